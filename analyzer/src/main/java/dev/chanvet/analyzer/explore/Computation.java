package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.facts.Hierarchy;
import dev.chanvet.analyzer.ir.Instruction.Compute;
import dev.chanvet.analyzer.ir.Operator;
import dev.chanvet.analyzer.ir.TypeRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Operators: what they make of known values, and which of their results nobody knows. */
final class Computation {
  /** Longer strings are not kept. */
  private static final int LONGEST_TEXT = 40;

  private final Hierarchy hierarchy;
  private final Unwinding unwinding;
  private final Scale scale;
  private final Unknowns unknowns;
  private final Equality equality;

  Computation(Hierarchy hierarchy, Unwinding unwinding, Forks forks, Scale scale) {
    this.hierarchy = hierarchy;
    this.unwinding = unwinding;
    this.scale = scale;
    this.unknowns = new Unknowns(hierarchy, forks, scale);
    this.equality = new Equality(hierarchy, this);
  }

  /** What becomes of values that the program's text does not tell. */
  Unknowns unknowns() {
    return unknowns;
  }

  /** How large the program's numbers are here. */
  Scale scale() {
    return scale;
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
        ? unknowns.decide(state, goroutine, compute.site(), operand)
        : set(frame, compute, derived(state, TypeRef.of("boolean"), List.of(operand)));
  }

  /** What is computed from operands that are not known; settled if none of them is open. */
  static Value derived(State state, TypeRef type, List<Value> operands) {
    boolean settled =
        operands.stream()
            .noneMatch(operand ->
                operand instanceof Value.Many
                    || operand instanceof Value.Null
                    || (operand instanceof Value.Unknown unknown && !unknown.settled()));
    return state.unknown(type, settled);
  }

  private Step equality(State state, Frame frame, Compute compute, Value a, Value b) {
    boolean negated = compute.operator() == Operator.NOT_SAME;
    Boolean same = sameKnown(state, a, b);
    if (same != null) {
      return set(frame, compute, Value.of(same != negated));
    }
    Value.Unknown unknown = a instanceof Value.Unknown u ? u : (Value.Unknown) b;
    Value other = unknown == a ? b : a;
    return unknowns.equal(state, frame, compute, unknown, other, negated);
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
    Value.Unknown count =
        Unknowns.countable(a) != null ? Unknowns.countable(a) : Unknowns.countable(b);
    boolean numbers =
        (a instanceof Value.Int || Unknowns.countable(a) != null)
            && (b instanceof Value.Int || Unknowns.countable(b) != null);
    if (count != null && numbers) {
      return unknowns.enumerate(state, count);
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
    return unknowns.compare(state, goroutine, frame, compute, unknown, unknown == a ? b : a);
  }

  /** An unknown value with the type that a cast tells; anything else as it is. */
  Value narrow(Value value, TypeRef type) {
    if (value instanceof Value.Real real
        && List.of("int", "long", "short", "byte", "char").contains(type.toString())) {
      return bounded(Value.of((long) real.value()));
    }
    return value instanceof Value.Unknown unknown ? unknown.typed(type) : value;
  }

  static Step set(Frame frame, Compute compute, Value value) {
    frame.set(compute.target(), value);
    frame.position++;
    return Step.CONTINUE;
  }
}
