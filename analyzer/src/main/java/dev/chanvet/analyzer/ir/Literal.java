package dev.chanvet.analyzer.ir;

/**
 * A constant of the source. Floating-point constants are not tracked: they lower to {@link
 * Instruction.Unknown}.
 */
public sealed interface Literal {
  /** The null reference. */
  record Null() implements Literal {
    @Override
    public String toString() {
      return "null";
    }
  }

  /** {@code true} or {@code false}. */
  record Bool(boolean value) implements Literal {
    @Override
    public String toString() {
      return Boolean.toString(value);
    }
  }

  /** An {@code int}, {@code long}, {@code short}, {@code byte} or {@code char}. */
  record Int(long value) implements Literal {
    @Override
    public String toString() {
      return Long.toString(value);
    }
  }

  /** A {@code double} or {@code float}. */
  record Real(double value) implements Literal {
    @Override
    public String toString() {
      return Double.toString(value);
    }
  }

  /** A string. */
  record Text(String value) implements Literal {
    @Override
    public String toString() {
      return '"' + value + '"';
    }
  }

  /** A class literal: {@code Job.class}. */
  record Class(TypeRef type) implements Literal {
    @Override
    public String toString() {
      return type + ".class";
    }
  }
}
