package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.facts.Hierarchy;
import dev.chanvet.analyzer.ir.FieldRef;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.Register;
import java.util.List;
import java.util.Objects;

/**
 * What clients of a class do: two of them call methods of one object at the same time. If its class
 * has one method that starts goroutines, that has been called before.
 */
final class Clients {
  private static final FieldRef SECOND = Script.kept("second");
  private static final String RESULT = "result of ";
  private static final FieldRef DONE = Script.kept("done");

  private final Root root;
  private final Hierarchy hierarchy;

  private Clients(Root root, Hierarchy hierarchy) {
    this.root = root;
    this.hierarchy = hierarchy;
  }

  static State start(Root root, Hierarchy hierarchy) {
    Clients clients = new Clients(root, hierarchy);
    State state = Start.running(clients.first());
    Function second = clients.second();
    Origin origin = new Origin(second.site(), null, "call");
    state.statics.put(
        SECOND.name(), state.allocate(new HeapObject.Closure(origin, second, List.of())));
    return state;
  }

  /** Whether a static field keeps what a client was given. */
  static boolean isResult(String name) {
    return name.startsWith(RESULT);
  }

  /**
   * The same calls of an object's methods one after the other.
   *
   * @param secondFirst whether those of the second client come first
   */
  static State oneByOne(Root root, Hierarchy hierarchy, boolean secondFirst) {
    return Start.running(new Clients(root, hierarchy).both(secondFirst));
  }

  private Function both(boolean secondFirst) {
    Function called = root.function();
    Script script = new Script(hierarchy, called.site());
    Register self = Start.receiver(script, called.owner(), hierarchy);
    Function starter = root.starter();
    if (starter != null) {
      script.run(self, starter);
    }
    if (secondFirst) {
      script.run(self, other());
    }
    for (int i = 0; i < root.calls(); i++) {
      script.run(self, called);
    }
    if (!secondFirst) {
      script.run(self, other());
    }
    script.store(DONE, self);
    return script.returning(null, (secondFirst ? "before" : "after") + "(" + calls() + ")");
  }

  /** Whether all calls of {@link #oneByOne} have returned in some state. */
  static boolean isDone(State state) {
    return state.statics.get(DONE.name()) != null;
  }

  /** What is called, in words that no other root has. */
  private String calls() {
    return root.calls() + " times " + root.function().id() + " beside " + other().id();
  }

  private Function first() {
    Function called = root.function();
    Script script = new Script(hierarchy, called.site());
    Register self = called.isStatic() ? null : Start.receiver(script, called.owner(), hierarchy);
    Function starter = root.starter();
    if (starter != null) {
      script.run(self, starter);
    }
    Register second = script.load(SECOND);
    script.at(other().site());
    script.spawn(second);
    script.at(called.site());
    for (int i = 0; i < root.calls(); i++) {
      Register result = script.call(self, called);
      script.store(Script.kept(RESULT + "first" + i), result);
    }
    return script.returning(null, "first(" + calls() + ")");
  }

  private Function second() {
    Script script = new Script(hierarchy, other().site());
    Register self = other().isStatic() ? null : script.load(Start.RECEIVER);
    Register result = script.call(self, other());
    script.store(Script.kept(RESULT + "second"), result);
    return script.returning(null, "second(" + other().id() + ")");
  }

  private Function other() {
    return Objects.requireNonNull(root.other());
  }
}
