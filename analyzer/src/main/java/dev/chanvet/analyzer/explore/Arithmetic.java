package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.ir.Operator;
import org.jspecify.annotations.Nullable;

/** Computing on whole numbers and booleans that are known. */
final class Arithmetic {
  private Arithmetic() {}

  static boolean isComparison(Operator operator) {
    return switch (operator) {
      case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, SAME, NOT_SAME -> true;
      default -> false;
    };
  }

  static boolean compare(Operator operator, long a, long b) {
    return compare(operator, a < b, a == b, a > b);
  }

  static boolean compare(Operator operator, double a, double b) {
    return compare(operator, a < b, a == b, a > b); // none of them holds for NaN
  }

  private static boolean compare(Operator operator, boolean less, boolean same, boolean greater) {
    return switch (operator) {
      case LESS -> less;
      case LESS_OR_EQUAL -> less || same;
      case GREATER -> greater;
      case GREATER_OR_EQUAL -> greater || same;
      case SAME, EQUAL -> same;
      case NOT_SAME -> !same;
      default -> throw new IllegalArgumentException("no comparison: " + operator);
    };
  }

  /** The result on two numbers; null where Java would throw (division by zero). */
  static @Nullable Value compute(Operator operator, long a, long b) {
    return switch (operator) {
      case ADD -> Value.of(a + b);
      case SUBTRACT -> Value.of(a - b);
      case MULTIPLY -> Value.of(a * b);
      case DIVIDE -> b == 0 ? null : Value.of(a / b);
      case REMAINDER -> b == 0 ? null : Value.of(a % b);
      case AND -> Value.of(a & b);
      case OR -> Value.of(a | b);
      case XOR -> Value.of(a ^ b);
      case SHIFT_LEFT -> Value.of(a << b);
      case SHIFT_RIGHT -> Value.of(a >> b);
      case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, SAME, NOT_SAME, EQUAL ->
          Value.of(compare(operator, a, b));
      case NEGATE, NOT, COMBINE ->
          throw new IllegalArgumentException("no binary operator: " + operator);
    };
  }

  /** The result on two booleans; null where the operator takes none. */
  static @Nullable Value compute(Operator operator, boolean a, boolean b) {
    return switch (operator) {
      case AND -> Value.of(a && b);
      case OR -> Value.of(a || b);
      case XOR, NOT_SAME -> Value.of(a != b);
      case SAME, EQUAL -> Value.of(a == b);
      default -> null;
    };
  }
}
