package dev.chanvet.analyzer.lower;

import dev.chanvet.analyzer.ir.Register;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an expression's value.
 *
 * @param into the register that must hold it, or null if any will do
 * @param name the variable, field or parameter that it initialises, for messages
 * @param discards whether nobody reads it
 */
record Goal(@Nullable Register into, @Nullable String name, boolean discards) {
  static final Goal VALUE = new Goal(null, null, false);
  static final Goal EFFECT = new Goal(null, null, true);

  static Goal named(@Nullable String name) {
    return name == null ? VALUE : new Goal(null, name, false);
  }

  static Goal into(Register register, @Nullable String name) {
    return new Goal(register, name, false);
  }
}
