package dev.chanvet.analyzer.lower;

import dev.chanvet.analyzer.ir.Register;
import dev.chanvet.analyzer.ir.TypeRef;
import dev.chanvet.analyzer.syntax.DeclaredType;
import dev.chanvet.analyzer.syntax.Member;

/** What a simple name of an expression means. */
sealed interface Variable {
  /** Its declared type. */
  TypeRef type();

  /** A local variable or parameter of this function, or its copy in a lambda. */
  record InRegister(Register register, TypeRef type) implements Variable {}

  /**
   * A field.
   *
   * @param holder the enclosing class of which it is a member, perhaps inherited
   */
  record InField(DeclaredType holder, Member.Field field) implements Variable {
    @Override
    public TypeRef type() {
      return field.type();
    }
  }

  /** A variable of the code around a local class, of which {@code holder}'s objects have a copy. */
  record InCapture(DeclaredType holder, String name, TypeRef type) implements Variable {}

  /** A static field that is imported; its class may be unknown. */
  record Imported(String owner, String name, TypeRef type) implements Variable {}
}
