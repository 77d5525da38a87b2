package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.facts.Hierarchy;
import dev.chanvet.analyzer.ir.FieldRef;
import dev.chanvet.analyzer.ir.Instruction.Invoke;
import java.util.List;
import java.util.Set;

/** What the returns of calls from user code tell: a channel that nobody takes, a null received. */
final class Returns {
  private static final String CHANNEL = "dev.chanvet.runtime.Channel";
  private static final String RUNTIME = "dev.chanvet.runtime.";
  private static final FieldRef CORE = new FieldRef(null, "core");
  private static final Set<String> RECEIVING = Set.of("receive", "select");

  private final Hierarchy hierarchy;
  private final LiveRegisters live;

  Returns(Hierarchy hierarchy, LiveRegisters live) {
    this.hierarchy = hierarchy;
    this.live = live;
  }

  /** Looks at {@code value}, which {@code callee} has just returned to the innermost frame. */
  void note(State state, Goroutine goroutine, Frame callee, Invoke call, Value value) {
    if (hierarchy.isModel(goroutine.top().function.owner())) {
      return;
    }
    String owner = callee.function.owner();
    if (!hierarchy.isModel(owner)) {
      if (call.target() == null) {
        drop(state, goroutine, call, value);
      }
    } else if (value instanceof Value.Null
        && owner.startsWith(RUNTIME)
        && RECEIVING.contains(callee.function.name())) {
      state.observations.add(new Observation.NullReceived(goroutine.id, call.site(), null));
    }
  }

  /** Marks a channel that was returned to nobody, unless its caller can reach it otherwise. */
  private void drop(State state, Goroutine goroutine, Invoke call, Value value) {
    HeapObject.Instance object = state.object(value, HeapObject.Instance.class);
    if (object == null || !object.layout().type().equals(CHANNEL)) {
      return;
    }
    Value core = object.values().get(object.layout().slot(CORE));
    HeapObject.Channel channel = state.object(core, HeapObject.Channel.class);
    if (channel != null && core instanceof Value.Reference reference) {
      List<Value> reachable = live.values(goroutine);
      reachable.addAll(state.statics.values());
      if (!state.reach(reachable).get(reference.id())) {
        state.replace(reference.id(), channel.dropped(call.site()));
      }
    }
  }
}
