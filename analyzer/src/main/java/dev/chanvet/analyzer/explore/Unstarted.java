package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.ir.FieldRef;
import java.util.ArrayList;
import java.util.List;

/**
 * Threads that were built and not started. They are kept in every state, although nobody may reach
 * them any more: what waits for such a thread can then tell which one it was.
 */
final class Unstarted {
  private static final String THREAD = "java.lang.Thread";
  private static final FieldRef STARTED = new FieldRef(THREAD, "started");

  private Unstarted() {}

  /** The ids of all threads of a state that were not started, in order. */
  static List<Integer> in(State state) {
    List<Integer> threads = new ArrayList<>();
    for (int id = 0; id < state.heap.size(); id++) {
      if (state.object(id) instanceof HeapObject.Instance object && isUnstarted(state, object)) {
        threads.add(id);
      }
    }
    return threads;
  }

  private static boolean isUnstarted(State state, HeapObject.Instance object) {
    int slot = object.layout().isThread() ? object.layout().slot(STARTED) : -1;
    HeapObject.Sequence started =
        slot < 0 ? null : state.object(object.values().get(slot), HeapObject.Sequence.class);
    return started != null && started.values().isEmpty();
  }
}
