package dev.chanvet.analyzer.syntax;

import com.github.javaparser.ast.Node;
import dev.chanvet.analyzer.ir.TypeRef;
import java.util.List;

/** A field or method as its declaration states it. */
public sealed interface Member {
  /** The type that declares it. */
  DeclaredType owner();

  /** Its name; {@code <init>} for a constructor. */
  String name();

  /** Whether it needs no object. */
  boolean isStatic();

  /**
   * A field, a record component or an enum constant.
   *
   * @param type its declared type, erased
   * @param node its declaration
   */
  record Field(
      DeclaredType owner, String name, TypeRef type, boolean isStatic, boolean isFinal, Node node)
      implements Member {}

  /**
   * A method or constructor.
   *
   * @param result the declared result, erased; {@link TypeRef#UNKNOWN} where it is a type variable
   * @param parameterNames in order
   * @param varargs whether the last parameter takes any number of arguments
   */
  record Method(
      DeclaredType owner,
      String name,
      boolean isStatic,
      TypeRef result,
      List<String> parameterNames,
      boolean varargs)
      implements Member {
    public Method {
      parameterNames = List.copyOf(parameterNames);
    }

    /** Whether it can be called with that number of arguments. */
    public boolean accepts(int arguments) {
      int parameters = parameterNames.size();
      return varargs ? arguments >= parameters - 1 : arguments == parameters;
    }
  }
}
