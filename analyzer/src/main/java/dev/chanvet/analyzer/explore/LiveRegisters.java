package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.facts.Demand;
import dev.chanvet.analyzer.facts.Liveness;
import dev.chanvet.analyzer.ir.Function;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Which registers of a goroutine's frames may still be read. */
final class LiveRegisters {
  private final Demand demand;

  LiveRegisters(Demand demand) {
    this.demand = demand;
  }

  /** The live registers of the frame at {@code depth}, counted from the outermost, 0. */
  BitSet of(Goroutine goroutine, int depth) {
    Frame frame = goroutine.stack.get(depth);
    Function function = frame.function;
    Liveness liveness = demand.of(function);
    boolean waitsForCallee =
        depth + 1 < goroutine.stack.size()
            && goroutine.stack.get(depth + 1).onReturn != Frame.OnReturn.RERUN
            && frame.instruction() != null;
    return waitsForCallee
        ? liveness.across(frame.block, frame.position)
        : liveness.before(frame.block, frame.position);
  }

  /** The values that a goroutine can still use. */
  List<Value> values(Goroutine goroutine) {
    List<Value> values = new ArrayList<>();
    for (int depth = 0; depth < goroutine.stack.size(); depth++) {
      Frame frame = goroutine.stack.get(depth);
      of(goroutine, depth).stream().forEach(i -> values.add(frame.registers[i]));
      if (frame.result != null) {
        values.add(frame.result);
      }
    }
    if (goroutine.pending != null) {
      values.addAll(goroutine.pending.arguments());
    }
    values.add(goroutine.attached);
    return values;
  }
}
