package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.facts.Hierarchy;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Primitive;
import dev.chanvet.analyzer.ir.Register;
import dev.chanvet.analyzer.source.Site;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A state in words:
 *
 * <pre>
 *   main         before Channel.close of results, WarmUp.java:19
 *   goroutine 2  before Channel.send of results, WarmUp.java:14
 *
 *   results      open, 0 of 0
 *   lock         held by main
 * </pre>
 */
final class StatePrinter {
  private static final Pattern TEMPORARY = Pattern.compile("t\\d+");

  private final State state;
  private final Hierarchy hierarchy;

  private final Names.Cast cast;

  StatePrinter(State state, Hierarchy hierarchy, Names.Cast cast) {
    this.state = state;
    this.hierarchy = hierarchy;
    this.cast = cast;
  }

  /** A file and a line, without the folder. */
  static String place(Site site) {
    String path = site.file().path();
    return path.substring(path.lastIndexOf('/') + 1) + ":" + site.line();
  }

  /** A line for each goroutine that has not ended. */
  List<String> goroutines() {
    return state.goroutines.stream()
        .filter(goroutine -> !goroutine.ended)
        .sorted(Comparator.comparingInt(goroutine -> goroutine.id))
        .map(goroutine -> pad(cast.name(goroutine.id)) + doing(goroutine) + variables(goroutine))
        .toList();
  }

  private String doing(Goroutine goroutine) {
    Pending pending = goroutine.pending;
    if (pending == null) {
      return "runs";
    }
    String what = pending.primitive() == null ? field(pending) : operation(goroutine, pending);
    String extra = goroutine.interrupted ? ", interrupted" : "";
    if (goroutine.waiting != null) {
      extra += goroutine.waiting.signalled() ? ", signalled" : ", not signalled";
    }
    return (goroutine.timer ? "the clock, " : "")
        + "before "
        + what
        + extra
        + ", "
        + place(pending.site());
  }

  /**
   * The variables of user code, as far as they hold something simple. A canonical state has values
   * only where they matter.
   */
  private String variables(Goroutine goroutine) {
    List<String> found = new ArrayList<>();
    for (Frame frame : goroutine.stack) {
      if (!hierarchy.isModel(frame.function.owner())) {
        for (Register register : variables(frame.function)) {
          Value value = frame.registers[register.index()];
          if (isSimple(value)) {
            found.add(register.name() + " = " + simple(value));
          }
        }
      }
    }
    return found.isEmpty() ? "" : "  [" + String.join(", ", found) + "]";
  }

  /** The registers of a function that have a name in the source, in order. */
  private static List<Register> variables(Function function) {
    return Stream.concat(
            function.parameters().stream().map(Function.Parameter::register),
            function.blocks().stream()
                .flatMap(block -> block.instructions().stream())
                .map(Instruction::target)
                .filter(Objects::nonNull))
        .filter(register -> !TEMPORARY.matcher(register.name()).matches())
        .distinct()
        .sorted(Comparator.comparingInt(Register::index))
        .toList();
  }

  private static String field(Pending pending) {
    return "access to "
        + switch (pending.instruction()) {
          case Instruction.LoadField i -> i.field().name();
          case Instruction.StoreField i -> i.field().name();
          case Instruction.LoadStatic i -> i.field().name();
          case Instruction.StoreStatic i -> i.field().name();
          case Instruction.Invoke i -> "a collection, " + i.name();
          default -> "what others may change";
        };
  }

  private String operation(Goroutine goroutine, Pending pending) {
    if (pending.is(Primitive.SELECT)) {
      return "select of "
          + Offer.of(state, goroutine.id, pending).stream()
              .map(this::arm)
              .collect(Collectors.joining(" | "));
    }
    String subject = pending.arguments().isEmpty() ? "" : subject(pending.arguments().getFirst());
    return pending.operation() + (subject.isEmpty() ? "" : " of " + subject);
  }

  private String arm(Offer offer) {
    return switch (offer.kind()) {
      case RECEIVE -> "receive " + subject(offer.channel());
      case SEND -> "send " + subject(offer.channel());
      case TIMEOUT -> "timeout";
      case DEFAULT -> "otherwise";
    };
  }

  private String subject(Value value) {
    return switch (value) {
      case Value.Reference reference -> Names.of(state.object(reference.id()).origin());
      case Value.Null n -> "null";
      case Value.Unknown u -> "something unknown";
      default -> "";
    };
  }

  /** A line for each object by which goroutines notice each other. */
  List<String> objects() {
    List<String> lines = new ArrayList<>();
    for (int id = 0; id < state.heap.size(); id++) {
      HeapObject object = state.heap.get(id);
      String name = pad(Names.of(object.origin()));
      State.Hold hold = state.locks.get(id);
      if (hold != null) {
        lines.add(
            name
                + "held by "
                + cast.name(hold.goroutine())
                + (hold.depth() > 1 ? ", " + hold.depth() + " times" : ""));
      }
      switch (object) {
        case HeapObject.Channel channel -> lines.add(name + content(channel, id));
        case HeapObject.Counter counter -> lines.add(name + "at " + counter.count());
        case HeapObject.Instance instance -> {
          if (state.isShared(id)) {
            fields(instance, lines);
          }
        }
        case HeapObject.Array a -> {}
        case HeapObject.Sequence s -> {}
        case HeapObject.Closure c -> {}
        case HeapObject.MethodReference m -> {}
        case HeapObject.Handle h -> {}
      }
    }
    return lines;
  }

  private String content(HeapObject.Channel channel, int id) {
    if (channel.isNil()) {
      return "nil: never ready";
    }
    String open = channel.isClosed() ? "closed" : "open";
    String size =
        channel.capacity() == 0
            ? ", unbuffered"
            : ", " + channel.values().size() + " of " + channel.capacity() + " buffered";
    boolean outside = channel.environment() || state.isEscaped(id);
    return open + size + (outside ? ", code outside the program has it" : "");
  }

  /** Flags and small numbers of user classes: what branches depend on. */
  private void fields(HeapObject.Instance instance, List<String> lines) {
    if (hierarchy.isModel(instance.layout().type())) {
      return;
    }
    for (int slot = 0; slot < instance.values().size(); slot++) {
      Value value = instance.values().get(slot);
      if (isSimple(value)) {
        lines.add(pad(instance.layout().field(slot).name()) + simple(value));
      }
    }
  }

  private static boolean isSimple(Value value) {
    return value instanceof Value.Bool || value instanceof Value.Int;
  }

  private static String simple(Value value) {
    return switch (value) {
      case Value.Bool b -> Boolean.toString(b.value());
      case Value.Int n -> Long.toString(n.value());
      default -> "?";
    };
  }

  private static String pad(String name) {
    return name + " ".repeat(Math.max(1, 13 - name.length()));
  }
}
