package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.facts.Hierarchy;
import dev.chanvet.analyzer.ir.FieldRef;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.Register;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What clients of a class do: two of them call methods of one object at the same time. If its class
 * has one method that starts goroutines, that has been called before.
 */
final class Clients {
  private static final FieldRef SECOND = Script.kept("second");
  private static final String RESULT = "result of ";

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
    call(script, self, called, "first");
    return script.returning(null, "first(" + called.id() + ")");
  }

  private Function second() {
    Script script = new Script(hierarchy, other().site());
    Register self = other().isStatic() ? null : script.load(Start.RECEIVER);
    call(script, self, other(), "second");
    return script.returning(null, "second(" + other().id() + ")");
  }

  /** A method that both call is called twice by each, so that what one call leaves shows. */
  private void call(Script script, @Nullable Register self, Function called, String client) {
    for (int i = 0; i < (called.equals(root.function()) && called.equals(other()) ? 2 : 1); i++) {
      script.store(Script.kept(RESULT + client + i), script.call(self, called));
    }
  }

  private Function other() {
    return Objects.requireNonNull(root.other());
  }
}
