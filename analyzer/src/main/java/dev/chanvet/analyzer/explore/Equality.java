package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.facts.Hierarchy;
import dev.chanvet.analyzer.ir.FieldRef;
import dev.chanvet.analyzer.ir.TypeDeclaration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether two values are equal as their {@code equals} would say, without running it: records by
 * their components, lists by their elements, other objects of the program by what they are.
 */
final class Equality {
  private static final FieldRef ELEMENTS = new FieldRef(null, "elements");
  private static final int DEPTH = 4;

  /** Types of the JDK that are compared by what they hold. */
  private static final Set<String> COMPARED =
      Set.of("java.util.Collection", "java.util.Map", "java.util.Map.Entry", "java.util.Optional");

  private final Hierarchy hierarchy;
  private final Computation computation;

  Equality(Hierarchy hierarchy, Computation computation) {
    this.hierarchy = hierarchy;
    this.computation = computation;
  }

  /** Whether they are; null if it is not known. */
  @Nullable Boolean of(State state, Value a, Value b) {
    return of(state, a, b, DEPTH);
  }

  /** Whether every run has the same answer, known or not: nothing outside has a part in it. */
  static boolean isSettled(State state, Value a, Value b) {
    return PureCalls.isSettled(a)
        && PureCalls.isSettled(b)
        && state.reach(List.of(a, b)).stream()
            .allMatch(id -> state.object(id).values().stream().allMatch(Equality::isClosed));
  }

  private static boolean isClosed(Value value) {
    return !(value instanceof Value.Unknown unknown) || unknown.settled();
  }

  private @Nullable Boolean of(State state, Value a, Value b, int depth) {
    if (isAny(a) || isAny(b)) {
      return null;
    }
    Boolean same = computation.sameKnown(state, a, b);
    if (same == null || same) {
      return same;
    }
    HeapObject.Instance one = state.object(a, HeapObject.Instance.class);
    HeapObject.Instance other = state.object(b, HeapObject.Instance.class);
    if (one == null || other == null) {
      return false;
    }
    String type = one.layout().type();
    if (depth == 0) {
      return null;
    }
    if (isRecord(type)) {
      return type.equals(other.layout().type())
          ? all(state, one.values(), other.values(), depth)
          : Boolean.FALSE;
    }
    List<Value> elements = elements(state, one);
    List<Value> others = elements(state, other);
    if (elements != null && others != null) {
      if (elements.size() != others.size()) {
        return false;
      }
      Boolean equal = all(state, elements, others, depth);
      boolean ordered = !hierarchy.inherits(type, "java.util.Set");
      return ordered || (equal != null && equal) ? equal : null;
    }
    if (definesEquals(type)) {
      boolean alike = type.equals(other.layout().type());
      Boolean equal = alike ? all(state, one.values(), other.values(), depth) : null;
      return equal != null && equal ? Boolean.TRUE : null;
    }
    return COMPARED.stream().anyMatch(above -> hierarchy.inherits(type, above))
        ? null
        : Boolean.FALSE;
  }

  /** Whether it stands for several values. */
  private static boolean isAny(Value value) {
    return value instanceof Value.Many || value.equals(LiveRegisters.ANY_TEXT);
  }

  private @Nullable Boolean all(State state, List<Value> some, List<Value> others, int depth) {
    boolean known = true;
    for (int i = 0; i < some.size(); i++) {
      Boolean equal = of(state, some.get(i), others.get(i), depth - 1);
      if (equal != null && !equal) {
        return false;
      }
      known &= equal != null;
    }
    return known ? true : null;
  }

  private boolean isRecord(String type) {
    TypeDeclaration declaration = hierarchy.program().type(type);
    return declaration != null
        && declaration.kind() == TypeDeclaration.Kind.RECORD
        && !definesEquals(type);
  }

  private boolean definesEquals(String type) {
    return hierarchy.ancestors(type).stream()
        .anyMatch(above ->
            !above.equals("java.lang.Object") && !hierarchy.declared(above, "equals").isEmpty());
  }

  private static @Nullable List<Value> elements(State state, HeapObject.Instance object) {
    int slot = object.layout().slot(ELEMENTS);
    HeapObject.Sequence sequence =
        slot < 0 ? null : state.object(object.values().get(slot), HeapObject.Sequence.class);
    return sequence == null ? null : sequence.values();
  }
}
