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

/** Operators and tests, on known values and on unknown ones. */
final class Computation {
  /** A capacity of so much is none that a program reaches. */
  private static final long UNBOUNDED = 1_000_000;

  /** Longer strings are not kept. */
  private static final int LONGEST_TEXT = 40;

  private final Hierarchy hierarchy;
  private final Unwinding unwinding;
  private final Forks forks;
  private final Scale scale;
  private final Literals literals = new Literals();
  private final Equality equality;

  Computation(Hierarchy hierarchy, Unwinding unwinding, Forks forks, Scale scale) {
    this.hierarchy = hierarchy;
    this.unwinding = unwinding;
    this.forks = forks;
    this.scale = scale;
    this.equality = new Equality(hierarchy, this);
  }

  /** Of values: whether {@code equals} says so, as far as it is known. */
  Equality equality() {
    return equality;
  }

  Step compute(State state, Goroutine goroutine, Frame frame, Compute compute) {
    List<Value> operands = compute.operands().stream().map(frame::get).toList();
    Value first = operands.getFirst();
    return switch (compute.operator()) {
      case COMBINE -> set(frame, compute, combine(state, operands));
      case NOT -> not(state, goroutine, frame, compute, first);
      case NEGATE ->
          set(
              frame,
              compute,
              first instanceof Value.Int n
                  ? Value.of(-n.value())
                  : derived(state, TypeRef.UNKNOWN, operands));
      case SAME, EQUAL, NOT_SAME -> equality(state, frame, compute, first, operands.get(1));
      case ADD,
          SUBTRACT,
          MULTIPLY,
          DIVIDE,
          REMAINDER,
          AND,
          OR,
          XOR,
          SHIFT_LEFT,
          SHIFT_RIGHT,
          LESS,
          LESS_OR_EQUAL,
          GREATER,
          GREATER_OR_EQUAL ->
          binary(state, goroutine, frame, compute, first, operands.get(1));
    };
  }

  /** Strings are put together as long as they are known and short; all else is unknown. */
  private static Value combine(State state, List<Value> operands) {
    boolean text = operands.stream().anyMatch(Value.Text.class::isInstance);
    StringBuilder combined = new StringBuilder();
    for (Value operand : operands) {
      switch (operand) {
        case Value.Text t -> combined.append(t.value());
        case Value.Int n -> combined.append(n.value());
        case Value.Bool b -> combined.append(b.value());
        default -> text = false;
      }
    }
    return text && combined.length() <= LONGEST_TEXT
        ? new Value.Text(combined.toString())
        : derived(state, text ? TypeRef.of("java.lang.String") : TypeRef.UNKNOWN, operands);
  }

  private Step not(State state, Goroutine goroutine, Frame frame, Compute compute, Value operand) {
    if (operand instanceof Value.Bool known) {
      return set(frame, compute, Value.of(!known.value()));
    }
    return operand instanceof Value.Unknown
        ? decide(state, goroutine, compute.site(), operand)
        : set(frame, compute, derived(state, TypeRef.of("boolean"), List.of(operand)));
  }

  /** What is computed from operands that are not known; settled if none of them is open. */
  private static Value derived(State state, TypeRef type, List<Value> operands) {
    boolean settled =
        operands.stream()
            .noneMatch(operand ->
                operand instanceof Value.Many
                    || operand instanceof Value.Null
                    || (operand instanceof Value.Unknown unknown && !unknown.settled()));
    return state.unknown(type, settled);
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

  private Step equality(State state, Frame frame, Compute compute, Value a, Value b) {
    boolean negated = compute.operator() == Operator.NOT_SAME;
    Boolean same = sameKnown(state, a, b);
    if (same != null) {
      return set(frame, compute, Value.of(same != negated));
    }
    Value.Unknown unknown = a instanceof Value.Unknown u ? u : (Value.Unknown) b;
    Value other = unknown == a ? b : a;
    return decideEquality(state, frame, compute, unknown, other, negated);
  }

  private Step decideEquality(
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
      return set(frame, compute, Value.of(known.value() != negated));
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

  /** Whether two values are equal; null if that is not known. */
  @Nullable Boolean sameKnown(State state, Value a, Value b) {
    if (a.equals(b)) {
      return true;
    }
    Boolean equal = compareReals(Operator.SAME, a, b);
    if (equal != null) {
      return equal;
    }
    if (!(a instanceof Value.Unknown) && !(b instanceof Value.Unknown)) {
      HeapObject.Handle one = state.object(a, HeapObject.Handle.class);
      HeapObject.Handle other = state.object(b, HeapObject.Handle.class);
      return one != null && other != null && one.goroutine() == other.goroutine();
    }
    return null;
  }

  private Step binary(
      State state, Goroutine goroutine, Frame frame, Compute compute, Value a, Value b) {
    Operator operator = compute.operator();
    if (a instanceof Value.Int x && b instanceof Value.Int y) {
      Value result = Arithmetic.compute(operator, x.value(), y.value());
      scale.noteComputed(operator, x.value(), y.value(), result);
      if (result == null) {
        unwinding.raise(state, goroutine, "java.lang.ArithmeticException", null);
        return Step.CONTINUE;
      }
      boolean jumps = operator == Operator.MULTIPLY || operator == Operator.SHIFT_LEFT;
      Value small = bounded(result);
      return set(
          frame,
          compute,
          jumps && small instanceof Value.Many ? state.unknown(TypeRef.of("int"), true) : small);
    }
    Boolean outcome = Arithmetic.isComparison(operator) ? compareReals(operator, a, b) : null;
    if (outcome != null) {
      return set(frame, compute, Value.of(outcome));
    }
    if (a instanceof Value.Bool x && b instanceof Value.Bool y) {
      Value result = Arithmetic.compute(operator, x.value(), y.value());
      return set(
          frame, compute, result == null ? derived(state, TypeRef.UNKNOWN, List.of(a, b)) : result);
    }
    if (Arithmetic.isComparison(operator)) {
      return compare(state, goroutine, frame, compute, a, b);
    }
    Value.Unknown count = countable(a) != null ? countable(a) : countable(b);
    boolean numbers =
        (a instanceof Value.Int || countable(a) != null)
            && (b instanceof Value.Int || countable(b) != null);
    if (count != null && numbers) {
      return enumerate(state, count);
    }
    return set(
        frame,
        compute,
        a instanceof Value.Many || b instanceof Value.Many
            ? Value.MANY
            : derived(state, TypeRef.UNKNOWN, List.of(a, b)));
  }

  /** How two numbers compare of which one has a fraction; null if that is not known. */
  private @Nullable Boolean compareReals(Operator operator, Value a, Value b) {
    if (!(a instanceof Value.Real || b instanceof Value.Real)) {
      return null;
    }
    Double x = real(a);
    Double y = real(b);
    return x == null || y == null
        ? null
        : Arithmetic.compare(operator, x.doubleValue(), y.doubleValue());
  }

  /** A number as one with a fraction; null if it is not known, or was moved with the constants. */
  private @Nullable Double real(Value value) {
    return switch (value) {
      case Value.Real real -> real.value();
      case Value.Int whole -> scale.isExact(List.of(whole)) ? (double) whole.value() : null;
      default -> null;
    };
  }

  private Value bounded(Value result) {
    return result instanceof Value.Int n && Math.abs(n.value()) > scale.largest() + 8
        ? Value.MANY
        : result;
  }

  private Step compare(
      State state, Goroutine goroutine, Frame frame, Compute compute, Value a, Value b) {
    Value.Unknown unknown =
        a instanceof Value.Unknown u ? u : b instanceof Value.Unknown u ? u : null;
    if (unknown == null) {
      Value outcome = derived(state, TypeRef.of("boolean"), List.of(a, b));
      return set(frame, compute, outcome);
    }
    Value other = unknown == a ? b : a;
    if (!(other instanceof Value.Int constant)) {
      if (other instanceof Value.Unknown && countable(unknown) != null) {
        return enumerate(state, unknown);
      }
      if (other instanceof Value.Real real) {
        Operator operator = unknown == a ? compute.operator() : mirrored(compute.operator());
        return set(frame, compute, answer(state, unknown, operator, real));
      }
      return set(frame, compute, derived(state, TypeRef.of("boolean"), List.of(a, b)));
    }
    if (!isLiteral(frame, compute, unknown == a ? 1 : 0)) {
      return enumerate(state, unknown);
    }
    Operator operator = unknown == a ? compute.operator() : mirrored(compute.operator());
    Question question =
        new Question(unknown.id(), operator.symbol(), Long.toString(constant.value()));
    Value known = state.decisions.answer(question);
    if (known != null) {
      return set(frame, compute, known);
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
      known = derived(state, TypeRef.of("boolean"), List.of(unknown));
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

  /** The numbers tried for those that the program's text does not tell. */
  Amounts amounts() {
    return scale.amounts();
  }

  /** Notes how much room a channel has: more of what is not known might be sent than that. */
  void noteRoom(long capacity) {
    long room = scale.original(capacity);
    if (room < UNBOUNDED) {
      amounts().noteRoom(room);
    }
  }

  /** Tries some counts for an unknown number. */
  Step enumerate(State state, Value.Unknown unknown) {
    List<Long> counts = state.decisions.consistent(unknown, amounts().counts());
    if (counts.isEmpty()) {
      Value other = state.decisions.near(unknown).map(Value::of).orElse(Value.MANY);
      forks.bind(state, unknown, other);
    }
    for (long count : counts) {
      forks.bind(state, unknown, Value.of(count));
    }
    return Step.FORKED;
  }

  private static Value.@Nullable Unknown countable(Value value) {
    if (!(value instanceof Value.Unknown unknown) || unknown.type().dimensions() > 0) {
      return null;
    }
    return switch (unknown.type().name()) {
      case "int", "long", "short", "byte", "java.lang.Integer", "java.lang.Long" -> unknown;
      default -> null;
    };
  }

  /** An unknown value with the type that a cast tells; anything else as it is. */
  Value narrow(Value value, TypeRef type) {
    if (value instanceof Value.Real real
        && List.of("int", "long", "short", "byte", "char").contains(type.toString())) {
      return bounded(Value.of((long) real.value()));
    }
    return value instanceof Value.Unknown unknown ? unknown.typed(type) : value;
  }

  private static Step set(Frame frame, Compute compute, Value value) {
    frame.set(compute.target(), value);
    frame.position++;
    return Step.CONTINUE;
  }
}
