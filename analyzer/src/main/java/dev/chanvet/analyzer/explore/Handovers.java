package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.facts.Harmless;
import dev.chanvet.analyzer.facts.Hierarchy;
import dev.chanvet.analyzer.ir.Instruction.Invoke;
import dev.chanvet.analyzer.ir.Primitive;
import dev.chanvet.analyzer.ir.Register;
import java.util.BitSet;
import java.util.List;

/**
 * Who has given what away: what is sent, and nobody else had, belongs to the receiver. The sender
 * may have it back once it has waited for somebody, who may have been the receiver; so late writes
 * after a wait are missed, and none is invented.
 */
final class Handovers {
  private final Hierarchy hierarchy;

  Handovers(Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
  }

  /**
   * {@code sender} is about to send {@code value} to a channel that others have.
   *
   * @param possession tells who has what else
   */
  static void give(State state, Goroutine sender, Value value, Possession possession) {
    BitSet given = state.reach(List.of(value));
    given.andNot(state.escaped);
    if (given.intersects(state.shared)) {
      given.andNot(possession.ofOthersThan(state, sender));
    }
    given.stream().filter(id -> isData(state.object(id))).forEach(sender.given::set);
  }

  private static boolean isData(HeapObject object) {
    return !(object instanceof HeapObject.Channel
        || object instanceof HeapObject.Counter
        || object instanceof HeapObject.Handle);
  }

  /** A field or element of {@code object} is read or written. */
  void use(State state, Goroutine goroutine, Value object, String part, boolean write) {
    if (!(object instanceof Value.Reference reference)) {
      return;
    }
    boolean late = write && goroutine.given.get(reference.id());
    boolean given = late || isGivenByAnother(state, goroutine, reference.id());
    if (given && !isGuarded(state, goroutine)) {
      state.observations.add(
          new Observation.UseAfterSend(
              Stacks.userSite(goroutine, hierarchy),
              state.object(reference.id()).origin(),
              part,
              late));
    }
  }

  private static boolean isGivenByAnother(State state, Goroutine goroutine, int object) {
    for (Goroutine other : state.goroutines) {
      if (other != goroutine && other.given.get(object)) {
        return true;
      }
    }
    return false;
  }

  /** A primitive that models of collections are made of. */
  void use(State state, Goroutine goroutine, Primitive primitive, List<Value> arguments) {
    switch (primitive) {
      case APPEND, PUT, INSERT, REMOVE, CLEAR ->
          use(state, goroutine, arguments.getFirst(), "[]", true);
      case AT, LENGTH, INDEX_OF -> use(state, goroutine, arguments.getFirst(), "[]", false);
      default -> {}
    }
  }

  /** A method, which no model has, of an object of the JDK. */
  void call(State state, Goroutine goroutine, HeapObject.Instance object, Value self, String name) {
    if (LibraryUses.isMutable(object.layout().type())) {
      useAll(state, goroutine, self, LibraryUses.writes(name));
    }
  }

  /** Values are given to a method of the JDK that no model has. */
  void pass(State state, Goroutine goroutine, Invoke call, List<Value> arguments) {
    if (Harmless.call(call)) {
      arguments.forEach(argument -> describe(state, goroutine, argument));
    }
    if (call.owner() != null && LibraryUses.looksInto(call.owner().name())) {
      boolean writes = LibraryUses.writes(call.name());
      arguments.forEach(argument -> useAll(state, goroutine, argument, writes));
    }
  }

  /** A collection or a text that grows is printed, or described otherwise: all of it is read. */
  void describe(State state, Goroutine goroutine, Value value) {
    HeapObject.Instance described = state.object(value, HeapObject.Instance.class);
    if (described != null && LibraryUses.isMutable(described.layout().type())) {
      useAll(state, goroutine, value, false);
    }
  }

  private void useAll(State state, Goroutine goroutine, Value value, boolean write) {
    for (int id : state.reach(List.of(value)).stream().toArray()) {
      Value object = new Value.Reference(id);
      use(state, goroutine, object, "[]", write);
      if (state.object(id) instanceof HeapObject.Instance instance) {
        Layout layout = instance.layout();
        for (int slot = 0; slot < layout.size(); slot++) {
          use(state, goroutine, object, layout.field(slot).name(), write);
        }
      }
    }
  }

  /** Whether a lock, or a class that is made for sharing, keeps others away. */
  private boolean isGuarded(State state, Goroutine goroutine) {
    Frame model = Stacks.modelFrame(goroutine, hierarchy);
    String type = model == null ? "" : receiver(state, model);
    return type.startsWith("java.util.concurrent.")
        || type.startsWith("dev.chanvet.runtime.")
        || state.holdsLock(goroutine);
  }

  /** The class of the object whose method a frame runs; of a static method, its own class. */
  private static String receiver(State state, Frame frame) {
    Register self = frame.function.self();
    HeapObject.Instance object =
        self == null ? null : state.object(frame.get(self), HeapObject.Instance.class);
    return object == null ? frame.function.owner() : object.layout().type();
  }
}
