package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.explore.Decisions.Question;
import dev.chanvet.analyzer.facts.Harmless;
import dev.chanvet.analyzer.facts.Hierarchy;
import dev.chanvet.analyzer.ir.FieldRef;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Instruction.Invoke;
import dev.chanvet.analyzer.ir.TypeRef;
import dev.chanvet.analyzer.source.Site;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Calls of code that is not there: its result is unknown, what it is given escapes, and where the
 * caller expects an exception it may throw one. Nothing is claimed of what has escaped.
 */
final class Unresolved {
  /** The length of the longest array that is made up. */
  private static final long LARGEST = 8;

  private final Hierarchy hierarchy;
  private final Failures failures;
  private final Computation computation;
  private final Forks forks;
  private final Handovers handovers;

  Unresolved(
      Hierarchy hierarchy,
      Failures failures,
      Computation computation,
      Forks forks,
      Handovers handovers) {
    this.hierarchy = hierarchy;
    this.failures = failures;
    this.computation = computation;
    this.forks = forks;
    this.handovers = handovers;
  }

  Step call(
      State state,
      Goroutine goroutine,
      Frame frame,
      Instruction call,
      @Nullable Value receiver,
      List<Value> arguments) {
    state.worked |=
        !hierarchy.isModel(frame.function.owner())
            && !(call instanceof Invoke invoke && invoke.refusesNull());
    Value result = simpleResult(state, call, receiver, arguments);
    if (result != null) {
      return deliver(frame, call, result);
    }
    if (call instanceof Invoke invoke) {
      handovers.pass(state, goroutine, invoke, arguments);
    }
    if (call instanceof Invoke invoke && !constructsException(invoke)) {
      if (!Harmless.call(invoke)) {
        arguments.forEach(state::escape);
      }
      failures.mayThrow(state, goroutine, invoke);
    }
    boolean settled =
        call instanceof Invoke invoke && PureCalls.areSettled(invoke, receiver, arguments);
    return deliver(frame, call, state.unknown(TypeRef.UNKNOWN, settled));
  }

  private boolean constructsException(Invoke invoke) {
    return invoke.name().equals("<init>")
        && invoke.owner() != null
        && hierarchy.inherits(invoke.owner().name(), "java.lang.Throwable");
  }

  private static Step deliver(Frame frame, Instruction call, Value result) {
    frame.set(call.target(), result);
    frame.position++;
    return Step.CONTINUE;
  }

  /** Methods of strings, boxes and unknown objects whose result is known or always the same. */
  private @Nullable Value simpleResult(
      State state, Instruction call, @Nullable Value receiver, List<Value> arguments) {
    if (!(call instanceof Invoke invoke) || receiver == null) {
      return null;
    }
    if (invoke.name().equals("equals") && arguments.size() == 1) {
      Boolean same = computation.equality().of(state, receiver, arguments.getFirst());
      return same == null ? equality(state, receiver, arguments.getFirst()) : Value.of(same);
    }
    if (receiver instanceof Value.Text) {
      return null;
    }
    if (invoke.name().equals("compareTo")
        && arguments.size() == 1
        && receiver instanceof Value.Int a
        && arguments.getFirst() instanceof Value.Int b) {
      return Value.of(Long.compare(a.value(), b.value()));
    }
    if (!arguments.isEmpty()) {
      return null;
    }
    return switch (receiver) {
      case Value.Int n when invoke.name().endsWith("Value") -> n;
      case Value.Bool b when invoke.name().equals("booleanValue") -> b;
      case Value.Unknown u when invoke.name().endsWith("Value") -> u;
      case Value.Unknown u -> property(state, invoke, u);
      default -> null;
    };
  }

  /**
   * Whether an unknown value equals a constant is the same whoever asks; null if that is not what
   * is compared.
   */
  private static @Nullable Value equality(State state, Value receiver, Value argument) {
    Value constant = receiver instanceof Value.Unknown ? argument : receiver;
    boolean decidable =
        constant instanceof Value.Text
            || constant instanceof Value.Int
            || constant instanceof Value.Bool;
    Value other = constant == argument ? receiver : argument;
    if (!decidable || !(other instanceof Value.Unknown unknown)) {
      return null;
    }
    Question question = new Question(unknown.id(), "equals", constant.toString());
    Value known = state.decisions.answer(question);
    if (known == null) {
      known = state.unknown(TypeRef.of("boolean"), unknown.settled());
      state.decisions.decide(question, known);
    }
    return known;
  }

  /**
   * A property of an unknown object stays the same from one place that asks to the next; asked
   * again at the same place (a loop), it may have changed, unless it is one of a string.
   */
  private static @Nullable Value property(State state, Invoke invoke, Value.Unknown receiver) {
    if (!looksLikeProperty(invoke.name())) {
      return null;
    }
    Question property = property(receiver, invoke.name());
    Question asked =
        new Question(
            receiver.id(),
            "asked",
            invoke.name() + "@" + invoke.site().line() + ":" + invoke.site().column());
    Value known = state.decisions.answer(property);
    boolean mayChange = invoke.owner() == null || !invoke.owner().name().equals("java.lang.String");
    if (known == null || (mayChange && state.decisions.answer(asked) != null)) {
      boolean size = invoke.name().equals("size") || invoke.name().equals("length");
      TypeRef type = size ? TypeRef.of("int") : TypeRef.UNKNOWN;
      known = state.unknown(type, receiver.settled());
      state.decisions.decide(property, known);
    }
    state.decisions.decide(asked, Value.TRUE);
    return known;
  }

  private static boolean looksLikeProperty(String name) {
    return name.equals("size")
        || name.equals("length")
        || name.equals("isEmpty")
        || name.matches("(is|get)[A-Z].*")
        || (name.matches("has[A-Z].*")
            && !name.startsWith("hasNext")
            && !name.startsWith("hasMore"));
  }

  /**
   * Turns an unknown collection or array into one of each small size, with unknown elements; one
   * that was asked for its size, or whether it is empty, keeps to what is known of that.
   */
  Step materialize(State state, Layouts layouts, Value.Unknown unknown, Site site) {
    Value size = size(state.decisions, unknown);
    Value empty = state.decisions.answer(property(unknown, "isEmpty"));
    for (long each : sizes(state, size, empty)) {
      forks.add(
          state,
          copy -> {
            copy.substitute(unknown, collection(copy, layouts, unknown, (int) each, site));
            if (size instanceof Value.Unknown asked) {
              copy.substitute(asked, Value.of(each));
            }
            if (empty instanceof Value.Unknown asked) {
              copy.substitute(asked, Value.of(each == 0));
            }
          });
    }
    return Step.FORKED;
  }

  /**
   * What was answered when somebody asked for the size: of an array, a list with a model, or any.
   */
  private static @Nullable Value size(Decisions decisions, Value.Unknown unknown) {
    Value length = decisions.length(unknown);
    Value elements = decisions.answer(new Question(unknown.id(), "field", "elements"));
    if (length == null && elements instanceof Value.Unknown sequence) {
      length = decisions.length(sequence);
    }
    return length == null ? decisions.answer(property(unknown, "size")) : length;
  }

  private static Question property(Value.Unknown unknown, String name) {
    return new Question(unknown.id(), "property", name);
  }

  private List<Long> sizes(State state, @Nullable Value size, @Nullable Value empty) {
    if (size instanceof Value.Int known) {
      return List.of(Math.clamp(known.value(), 0, LARGEST));
    }
    List<Long> few = new ArrayList<>(computation.scale().amounts().sizes());
    if (empty instanceof Value.Bool none) {
      few.removeIf(n -> (n == 0) != none.value());
    }
    if (!(size instanceof Value.Unknown asked)) {
      return few;
    }
    List<Long> consistent = state.decisions.consistent(asked, few);
    return consistent.isEmpty()
        ? List.of(Math.clamp(state.decisions.near(asked).orElse(LARGEST), 0, LARGEST))
        : consistent;
  }

  private Value collection(
      State state, Layouts layouts, Value.Unknown unknown, int size, Site site) {
    Origin origin = new Origin(site, null);
    boolean array = unknown.type().dimensions() > 0;
    TypeRef element = unknown.type().element();
    List<Value> elements = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      elements.add(state.unknown(element));
    }
    if (array) {
      return state.allocate(new HeapObject.Array(origin, element, List.copyOf(elements)));
    }
    Value sequence = state.allocate(new HeapObject.Sequence(origin, List.copyOf(elements)));
    Layout layout = layouts.of("java.util.ArrayList");
    HeapObject.Instance list = new HeapObject.Instance(origin, layout, layout.initialValues());
    int slot = layout.slot(new FieldRef(null, "elements"));
    return state.allocate(slot < 0 ? list : list.with(slot, sequence));
  }
}
