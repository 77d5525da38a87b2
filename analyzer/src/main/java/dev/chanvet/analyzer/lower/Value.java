package dev.chanvet.analyzer.lower;

import dev.chanvet.analyzer.ir.Register;
import dev.chanvet.analyzer.ir.TypeRef;

/**
 * The register that holds an expression's value, and the expression's static type as far as known.
 */
record Value(Register register, TypeRef type) {
  /** The value of an expression that is evaluated for its effects only. */
  static final Value NONE = new Value(new Register(-1, "none"), TypeRef.UNKNOWN);
}
