package dev.chanvet.analyzer.lower;

import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.FunctionId;
import dev.chanvet.analyzer.ir.Program;
import dev.chanvet.analyzer.ir.TypeDeclaration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A finished program. */
final class LoweredProgram implements Program {
  private final Map<String, TypeDeclaration> types = new TreeMap<>();
  private final Map<FunctionId, Function> functions = new TreeMap<>();
  private final Map<FunctionId, Function> byId = new HashMap<>();

  LoweredProgram(Collection<TypeDeclaration> types, Collection<Function> functions) {
    types.forEach(type -> this.types.put(type.name(), type));
    functions.forEach(function -> this.functions.put(function.id(), function));
    byId.putAll(this.functions);
  }

  @Override
  public Collection<TypeDeclaration> types() {
    return Collections.unmodifiableCollection(types.values());
  }

  @Override
  public @Nullable TypeDeclaration type(String name) {
    return types.get(name);
  }

  @Override
  public Collection<Function> functions() {
    return Collections.unmodifiableCollection(functions.values());
  }

  @Override
  public @Nullable Function function(FunctionId id) {
    return byId.get(id);
  }
}
