package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.facts.Hierarchy;
import dev.chanvet.analyzer.facts.LoadedFields;
import dev.chanvet.analyzer.ir.FieldRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What goroutines can get at: not all that they hold, but what their code may still read. A list in
 * a field of an object that two goroutines share belongs to the one whose code reads the field.
 */
final class Possession {
  private final Hierarchy hierarchy;
  private final LoadedFields loadedFields;

  Possession(Hierarchy hierarchy, LoadedFields loadedFields) {
    this.hierarchy = hierarchy;
    this.loadedFields = loadedFields;
  }

  /** The objects that goroutines other than {@code one} can get at. */
  BitSet ofOthersThan(State state, Goroutine one) {
    BitSet objects = new BitSet();
    for (Goroutine other : state.goroutines) {
      if (other != one && !other.ended) {
        objects.or(of(state, other));
      }
    }
    return objects;
  }

  private BitSet of(State state, Goroutine goroutine) {
    Set<FieldRef> read = new HashSet<>();
    Deque<Value> work = new ArrayDeque<>();
    for (int depth = 0; depth < goroutine.stack.size(); depth++) {
      Frame frame = goroutine.stack.get(depth);
      int next = frame.position + (goroutine.waitsForCallee(depth) ? 1 : 0);
      read.addAll(loadedFields.from(frame.function, frame.block, next));
      work.addAll(frame.values());
    }
    for (Map.Entry<String, Value> field : state.statics.entries()) {
      int dot = field.getKey().lastIndexOf('.');
      String owner = field.getKey().substring(0, Math.max(dot, 0));
      if (isRead(owner, field.getKey().substring(dot + 1), read)) {
        work.add(field.getValue());
      }
    }
    BitSet reached = new BitSet();
    while (!work.isEmpty()) {
      if (work.remove() instanceof Value.Reference reference && !reached.get(reference.id())) {
        reached.set(reference.id());
        work.addAll(parts(state.object(reference.id()), read));
      }
    }
    return reached;
  }

  private List<Value> parts(HeapObject object, Set<FieldRef> read) {
    if (!(object instanceof HeapObject.Instance instance)) {
      return object.values();
    }
    Layout layout = instance.layout();
    List<Value> parts = new ArrayList<>();
    for (int slot = 0; slot < layout.size(); slot++) {
      if (isRead(layout.declarer(slot), layout.field(slot).name(), read)) {
        parts.add(instance.values().get(slot));
      }
    }
    return parts;
  }

  /** Code may name a field by a class that inherits it. */
  private boolean isRead(String declarer, String name, Set<FieldRef> read) {
    return read.stream()
        .filter(field -> field.name().equals(name))
        .anyMatch(field -> field.owner() == null || hierarchy.inherits(field.owner(), declarer));
  }
}
