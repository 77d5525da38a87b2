package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.ir.TypeRef;
import java.util.List;

/** A call's arguments: their values, and their declared types where the source tells them. */
record Arguments(State state, List<Value> values, List<TypeRef> types) {
  Arguments(State state, List<Value> values) {
    this(state, values, List.of());
  }

  int count() {
    return values.size();
  }

  TypeRef type(int index) {
    return index < types.size() ? types.get(index) : TypeRef.UNKNOWN;
  }
}
