package dev.chanvet.rules.typing;

import dev.chanvet.analyzer.ir.FunctionId;

/** Something in a program that is declared with a type and holds a channel. */
sealed interface Holder {
  /** The parameter of that number; of a lambda, what it captures comes first. */
  record Parameter(FunctionId function, int index) implements Holder {}

  /** A field of the class that declares it; of a record, a component and its accessor. */
  record Field(String owner, String name) implements Holder {}
}
