package dev.chanvet.analyzer.ir;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The types and functions of one analysis: user code, and the models of the library classes it
 * names.
 */
public interface Program {
  /** Every type of user code and every model it reaches, sorted by name. */
  Collection<TypeDeclaration> types();

  /** The type of that qualified name, or null if neither user code nor a model declares it. */
  @Nullable TypeDeclaration type(String name);

  /** Every function, sorted by id. */
  Collection<Function> functions();

  /** The function of that id; never null for an id that a type or an instruction names. */
  @Nullable Function function(FunctionId id);
}
