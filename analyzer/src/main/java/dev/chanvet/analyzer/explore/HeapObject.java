package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.TypeRef;
import dev.chanvet.analyzer.source.Site;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An object of the machine's heap. Immutable: a change makes a new object under the same id. */
sealed interface HeapObject {
  Origin origin();

  /** The values that this object holds, in a fixed order. */
  List<Value> values();

  /** The same object with other values, in the order of {@link #values()}. */
  HeapObject withValues(List<Value> values);

  /** An instance of a class; fields are in the order of its layout. */
  record Instance(Origin origin, Layout layout, List<Value> values) implements HeapObject {
    @Override
    public Instance withValues(List<Value> changed) {
      return new Instance(origin, layout, changed);
    }

    Instance with(int slot, Value value) {
      return withValues(replaced(values, slot, value));
    }
  }

  /** An array. */
  record Array(Origin origin, TypeRef element, List<Value> values) implements HeapObject {
    @Override
    public Array withValues(List<Value> changed) {
      return new Array(origin, element, changed);
    }
  }

  /** A growable list: what models of collections are made of. */
  record Sequence(Origin origin, List<Value> values) implements HeapObject {
    @Override
    public Sequence withValues(List<Value> changed) {
      return new Sequence(origin, changed);
    }
  }

  /** A lambda: its body and the values it captured. */
  record Closure(Origin origin, Function body, List<Value> values) implements HeapObject {
    @Override
    public Closure withValues(List<Value> changed) {
      return new Closure(origin, body, changed);
    }
  }

  /** A method reference; {@code values} holds its receiver, or nothing. */
  record MethodReference(Origin origin, @Nullable TypeRef owner, String name, List<Value> values)
      implements HeapObject {
    @Override
    public MethodReference withValues(List<Value> changed) {
      return new MethodReference(origin, owner, name, changed);
    }
  }

  /**
   * A channel.
   *
   * @param capacity 0 = unbuffered, negative = nil
   * @param environment whether its other side is outside the program
   * @param values what is buffered, oldest first
   * @param closedAt where it was closed; null while open
   * @param droppedAt the call that returned it to nobody; null if there is none
   */
  record Channel(
      Origin origin,
      int capacity,
      boolean environment,
      List<Value> values,
      @Nullable Site closedAt,
      @Nullable Site droppedAt)
      implements HeapObject {
    static Channel made(Origin origin, int capacity, boolean environment) {
      return new Channel(origin, capacity, environment, List.of(), null, null);
    }

    @Override
    public Channel withValues(List<Value> changed) {
      return new Channel(origin, capacity, environment, changed, closedAt, droppedAt);
    }

    Channel closed(Site site) {
      return new Channel(origin, capacity, environment, values, site, droppedAt);
    }

    Channel dropped(Site site) {
      return new Channel(origin, capacity, environment, values, closedAt, site);
    }

    boolean isClosed() {
      return closedAt != null;
    }

    boolean isNil() {
      return capacity < 0;
    }

    boolean hasRoom() {
      return values.size() < capacity;
    }
  }

  /** A number that goroutines can wait on. */
  record Counter(Origin origin, long count) implements HeapObject {
    @Override
    public List<Value> values() {
      return List.of();
    }

    @Override
    public Counter withValues(List<Value> changed) {
      return this;
    }
  }

  /** A goroutine's handle. */
  record Handle(Origin origin, int goroutine) implements HeapObject {
    @Override
    public List<Value> values() {
      return List.of();
    }

    @Override
    public Handle withValues(List<Value> changed) {
      return this;
    }
  }

  /** A copy of {@code values} with one replaced. */
  static List<Value> replaced(List<Value> values, int index, Value value) {
    List<Value> copy = new ArrayList<>(values);
    copy.set(index, value);
    return copy;
  }
}
