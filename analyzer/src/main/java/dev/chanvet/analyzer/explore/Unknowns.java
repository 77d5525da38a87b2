package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.explore.Decisions.Question;
import dev.chanvet.analyzer.facts.Hierarchy;
import dev.chanvet.analyzer.ir.Instruction.Compute;
import dev.chanvet.analyzer.ir.Operator;
import dev.chanvet.analyzer.ir.TypeDeclaration;
import dev.chanvet.analyzer.ir.TypeRef;
import dev.chanvet.analyzer.source.Site;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of values that the program's text does not tell: a test goes on both ways, as far as
 * earlier tests leave both open, and a count is tried as some numbers.
 */
final class Unknowns {
  private final Hierarchy hierarchy;
  private final Forks forks;
  private final Scale scale;
  private final Literals literals = new Literals();

  Unknowns(Hierarchy hierarchy, Forks forks, Scale scale) {
    this.hierarchy = hierarchy;
    this.forks = forks;
    this.scale = scale;
  }

  /** Makes an unknown boolean true in one successor and false in another. */
  Step decide(State state, Goroutine goroutine, Site site, Value condition) {
    if (condition instanceof Value.Unknown unknown) {
      for (boolean outcome : new boolean[] {false, true}) {
        forks.add(
            state,
            copy -> {
              copy.substitute(unknown, Value.of(outcome));
              copy.events.add(Event.choice(goroutine.id, site, outcome));
            });
      }
      return Step.FORKED;
    }
    // No boolean at all: code that does not compile. Such a path ends here.
    return Step.FORKED;
  }

  /** Tests whether an unknown value is the same as another one, or is not, if {@code negated}. */
  Step equal(
      State state,
      Frame frame,
      Compute compute,
      Value.Unknown unknown,
      Value other,
      boolean negated) {
    List<Value> constants = enumConstants(state, other);
    if (!constants.isEmpty()) {
      constants.forEach(constant -> forks.bind(state, unknown, constant));
      return Step.FORKED;
    }
    String kind = other instanceof Value.Int ? Operator.SAME.symbol() : "is";
    Question question = new Question(unknown.id(), kind, detail(state, other));
    boolean comparable = other instanceof Value.Int || !(other instanceof Value.Unknown);
    Value answer = comparable ? state.decisions.answer(question) : null;
    if (answer instanceof Value.Bool known) {
      return Computation.set(frame, compute, Value.of(known.value() != negated));
    }
    boolean possible =
        !(other instanceof Value.Int n)
            || !state.decisions.consistent(unknown, List.of(n.value())).isEmpty();
    boolean settled = unknown.settled() && PureCalls.isSettled(other);
    if (possible && !(other instanceof Value.Unknown)) {
      forks.bind(state, unknown, other);
    } else if (possible) {
      forks.add(
          state,
          copy -> {
            copy.guessed |= settled;
            finish(copy, frame, compute, Value.of(!negated));
          });
    }
    forks.add(
        state,
        copy -> {
          if (comparable) {
            copy.decisions.decide(question, Value.FALSE);
          }
          copy.guessed |= settled;
          finish(copy, frame, compute, Value.of(negated));
        });
    return Step.FORKED;
  }

  /** All constants of the enum that {@code value} is one of; none if it is no enum constant. */
  private List<Value> enumConstants(State state, Value value) {
    HeapObject.Instance instance = state.object(value, HeapObject.Instance.class);
    if (instance == null) {
      return List.of();
    }
    for (String type : hierarchy.ancestors(instance.layout().type())) {
      TypeDeclaration declared = hierarchy.program().type(type);
      if (declared != null && !declared.enumConstants().isEmpty()) {
        List<Value> constants =
            declared.enumConstants().stream()
                .map(name -> state.statics.getOrDefault(type + "." + name, Value.NULL))
                .toList();
        return constants.contains(value) ? constants : List.of();
      }
    }
    return List.of();
  }

  /** Delivers a result in a copy of the state that {@code frame} belongs to. */
  private static void finish(State copy, Frame frame, Compute compute, Value result) {
    Frame same = counterpart(copy, frame);
    same.set(compute.target(), result);
    same.position++;
  }

  /** The frame that runs in {@code copy}: that of its first running goroutine. */
  private static Frame counterpart(State copy, Frame frame) {
    for (Goroutine goroutine : copy.goroutines) {
      if (goroutine.isRunning()) {
        return goroutine.top();
      }
    }
    throw new IllegalStateException("no goroutine runs in a copy of " + frame.function.id());
  }

  private static String detail(State state, Value value) {
    return switch (value) {
      case Value.Int n -> Long.toString(n.value());
      case Value.Text t -> '"' + t.value();
      case Value.Reference r -> state.object(r.id()).origin().toString();
      default -> value.toString();
    };
  }

  /**
   * Compares an unknown value with another one; which of them is on the left, the operands tell.
   */
  Step compare(
      State state,
      Goroutine goroutine,
      Frame frame,
      Compute compute,
      Value.Unknown unknown,
      Value other) {
    boolean left = frame.get(compute.operands().getFirst()) == unknown;
    Operator operator = left ? compute.operator() : mirrored(compute.operator());
    if (!(other instanceof Value.Int constant)) {
      if (other instanceof Value.Unknown && countable(unknown) != null) {
        return enumerate(state, unknown);
      }
      if (other instanceof Value.Real real) {
        return Computation.set(frame, compute, answer(state, unknown, operator, real));
      }
      return Computation.set(
          frame,
          compute,
          Computation.derived(state, TypeRef.of("boolean"), List.of(unknown, other)));
    }
    if (!isLiteral(frame, compute, left ? 1 : 0)) {
      return enumerate(state, unknown);
    }
    Question question =
        new Question(unknown.id(), operator.symbol(), Long.toString(constant.value()));
    Value known = state.decisions.answer(question);
    if (known != null) {
      return Computation.set(frame, compute, known);
    }
    List<Long> possible = state.decisions.consistent(unknown, around(constant.value()));
    for (boolean outcome : new boolean[] {false, true}) {
      if (possible.stream()
          .anyMatch(n -> Arithmetic.compare(operator, n, constant.value()) == outcome)) {
        forks.add(
            state,
            copy -> {
              copy.decisions.decide(question, Value.of(outcome));
              copy.guessed |= unknown.settled();
              copy.events.add(Event.choice(goroutine.id, compute.site(), outcome));
              finish(copy, frame, compute, Value.of(outcome));
            });
      }
    }
    return Step.FORKED;
  }

  /** How an unknown number compares with a known one: the same whoever asks. */
  private static Value answer(
      State state, Value.Unknown unknown, Operator operator, Value.Real other) {
    Question question =
        new Question(unknown.id(), operator.symbol(), Double.toString(other.value()));
    Value known = state.decisions.answer(question);
    if (known == null) {
      known = Computation.derived(state, TypeRef.of("boolean"), List.of(unknown));
      state.decisions.decide(question, known);
    }
    return known;
  }

  /**
   * Numbers on both sides of a constant: enough to tell whether a comparison can still go both
   * ways.
   */
  private static List<Long> around(long constant) {
    return List.of(constant - 1_000, constant - 1, constant, constant + 1, constant + 1_000);
  }

  private static Operator mirrored(Operator operator) {
    return switch (operator) {
      case LESS -> Operator.GREATER;
      case LESS_OR_EQUAL -> Operator.GREATER_OR_EQUAL;
      case GREATER -> Operator.LESS;
      case GREATER_OR_EQUAL -> Operator.LESS_OR_EQUAL;
      default -> operator;
    };
  }

  private boolean isLiteral(Frame frame, Compute compute, int operand) {
    return literals.of(frame.function).get(compute.operands().get(operand).index());
  }

  /** Tries some counts for an unknown number. */
  Step enumerate(State state, Value.Unknown unknown) {
    List<Long> counts = state.decisions.consistent(unknown, scale.amounts().counts());
    if (counts.isEmpty()) {
      Value other = state.decisions.near(unknown).map(Value::of).orElse(Value.MANY);
      forks.bind(state, unknown, other);
    }
    for (long count : counts) {
      forks.bind(state, unknown, Value.of(count));
    }
    return Step.FORKED;
  }

  /** The value if it is an unknown whole number; else null. */
  static Value.@Nullable Unknown countable(Value value) {
    if (!(value instanceof Value.Unknown unknown) || unknown.type().dimensions() > 0) {
      return null;
    }
    return switch (unknown.type().name()) {
      case "int", "long", "short", "byte", "java.lang.Integer", "java.lang.Long" -> unknown;
      default -> null;
    };
  }
}
