package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.facts.Hierarchy;
import dev.chanvet.analyzer.ir.FieldRef;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.Register;
import dev.chanvet.analyzer.ir.TypeDeclaration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The first state of a root: one goroutine that calls the root's function with unknown arguments;
 * for an instance method, on an object made for it by the constructor with the fewest parameters.
 * That object, or the one that a constructor as a root has made, stays known to the clients that
 * may come later. Around a test runs what its class has run around each test.
 */
final class Start {
  /** Where the object that a root's method is called on is kept. */
  static final FieldRef RECEIVER = Script.kept("receiver");

  private final Function function;
  private final Hierarchy hierarchy;
  private final Script script;

  private Start(Function function, Hierarchy hierarchy) {
    this.function = function;
    this.hierarchy = hierarchy;
    this.script = new Script(hierarchy, function.site());
  }

  static State of(Root root, Hierarchy hierarchy) {
    return root.kind() == Root.Kind.CLIENTS
        ? Clients.start(root, hierarchy)
        : running(new Start(root.function(), hierarchy).entry());
  }

  /** A state in which one goroutine is about to run a function. */
  static State running(Function function) {
    State state = new State();
    Goroutine first = new Goroutine(state.nextGoroutine++, null, false);
    first.stack.add(new Frame(function, Frame.OnReturn.DELIVER, null));
    state.goroutines.add(first);
    return state;
  }

  private Function entry() {
    return script.returning(called(), "call(" + function.id() + ")");
  }

  private @Nullable Register called() {
    boolean test = function.modifiers().contains(Function.TEST);
    if (test) {
      around(Function.BEFORE_ALL, null).forEach(f -> script.run(null, f));
    }
    if (function.isStatic()) {
      return script.call(null, function);
    }
    if (function.kind() == Function.Kind.CONSTRUCTOR) {
      Register self = script.unmade(function.owner());
      script.run(self, function);
      script.store(RECEIVER, self);
      return null;
    }
    Register self = receiver(script, function.owner(), hierarchy);
    if (test) {
      around(Function.BEFORE_EACH, self).forEach(f -> script.run(self, f));
    }
    Register result = script.call(self, function);
    if (test) {
      List<Function> after = around(Function.AFTER_EACH, self);
      after.reversed().forEach(f -> script.run(self, f));
    }
    return result;
  }

  /**
   * The methods that run around each test of the root's class: inherited ones first, none that is
   * overridden.
   */
  private List<Function> around(String modifier, @Nullable Register self) {
    Map<String, Function> bySignature = new LinkedHashMap<>();
    for (String type : hierarchy.ancestors(function.owner()).reversed()) {
      for (Function method : hierarchy.bodies(type)) {
        if (method.modifiers().contains(modifier) && method.isStatic() == (self == null)) {
          bySignature.put(method.name() + method.parameters().size(), method);
        }
      }
    }
    return List.copyOf(bySignature.values());
  }

  /** The object that clients call: a new one, which is kept, or an enum's first constant. */
  static Register receiver(Script script, String type, Hierarchy hierarchy) {
    TypeDeclaration declaration = hierarchy.program().type(type);
    if (declaration != null && !declaration.enumConstants().isEmpty()) {
      return script.load(new FieldRef(type, declaration.enumConstants().getFirst()));
    }
    Register self = script.made(type);
    script.store(RECEIVER, self);
    return self;
  }
}
