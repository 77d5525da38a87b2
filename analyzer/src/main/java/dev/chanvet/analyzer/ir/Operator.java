package dev.chanvet.analyzer.ir;

/**
 * What {@link Instruction.Compute} computes. Operands are evaluated before; short-circuits are
 * branches.
 */
public enum Operator {
  ADD("+"),
  SUBTRACT("-"),
  MULTIPLY("*"),
  DIVIDE("/"),
  REMAINDER("%"),
  NEGATE("-"),
  NOT("!"),
  AND("&"),
  OR("|"),
  XOR("^"),
  SHIFT_LEFT("<<"),
  SHIFT_RIGHT(">>"),
  LESS("<"),
  LESS_OR_EQUAL("<="),
  GREATER(">"),
  GREATER_OR_EQUAL(">="),
  /** {@code ==}: identity for references, numeric equality for numbers. */
  SAME("=="),
  /** {@code !=}. */
  NOT_SAME("!="),
  /**
   * Equality of values as {@code Objects.equals} has it: for switch labels over strings and boxed
   * numbers.
   */
  EQUAL("equals"),
  /**
   * A value that depends on its operands and on nothing else, and that is not tracked: string
   * concatenation, bit tricks.
   */
  COMBINE("combine");

  private final String symbol;

  Operator(String symbol) {
    this.symbol = symbol;
  }

  /** The operator as the source writes it. */
  public String symbol() {
    return symbol;
  }
}
