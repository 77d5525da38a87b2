package dev.chanvet.analyzer.ir;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Some types of a program and their functions, which do not depend on the rest of it: what the
 * model of one library class comes to.
 *
 * @param needs the other models that a program with these types has as well, by qualified name
 */
public record ProgramPart(
    Collection<TypeDeclaration> types, Collection<Function> functions, Set<String> needs) {

  public ProgramPart {
    types = List.copyOf(types);
    functions = List.copyOf(functions);
    needs = new TreeSet<>(needs);
  }
}
