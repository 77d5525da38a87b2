package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.ir.TypeRef;

/** What a register, field or element holds. Immutable. */
sealed interface Value {
  Value NULL = new Null();
  Value TRUE = new Bool(true);
  Value FALSE = new Bool(false);
  Value MANY = new Many();

  static Value of(boolean value) {
    return value ? TRUE : FALSE;
  }

  static Value of(long value) {
    return new Int(value);
  }

  /** The null reference. */
  record Null() implements Value {}

  /** A boolean, boxed or not. */
  record Bool(boolean value) implements Value {}

  /** A whole number, boxed or not. */
  record Int(long value) implements Value {}

  /** A number with a fraction, boxed or not. One that has none may be an {@link Int}. */
  record Real(double value) implements Value {}

  /** A number that counting has taken beyond all bounds that the program knows. */
  record Many() implements Value {}

  /** A string. */
  record Text(String value) implements Value {}

  /** A class object. */
  record ClassObject(TypeRef type) implements Value {}

  /** An object of the heap. */
  record Reference(int id) implements Value {}

  /**
   * A value that the program's text does not determine. Equal ids are the same value.
   *
   * @param id unique within a state
   * @param type what the source tells of its type
   * @param settled whether it depends on nothing outside: any run has the same, which the machine
   *     does not know
   */
  record Unknown(int id, TypeRef type, boolean settled) implements Value {
    /** The same with another type. */
    Unknown typed(TypeRef other) {
      return new Unknown(id, other, settled);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Unknown that && id == that.id;
    }

    @Override
    public int hashCode() {
      return id;
    }
  }
}
