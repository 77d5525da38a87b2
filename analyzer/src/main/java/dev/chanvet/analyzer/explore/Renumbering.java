package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.explore.Decisions.Question;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** A state written anew with other numbers for its objects and unknowns; what has none is lost. */
final class Renumbering implements UnaryOperator<Value> {
  private final State from;
  private final LiveRegisters live;
  private final int[] objectNumbers;
  private final List<Integer> objects;
  private final int[] unknownNumbers;
  private final List<Integer> unknowns;

  /**
   * @param objectNumbers the new number of each object of {@code from}, negative for what is lost
   * @param objects the old numbers of the objects kept, in their new order
   * @param unknownNumbers the same for unknowns
   * @param unknowns the old numbers of the unknowns kept, in their new order
   */
  Renumbering(
      State from,
      LiveRegisters live,
      int[] objectNumbers,
      List<Integer> objects,
      int[] unknownNumbers,
      List<Integer> unknowns) {
    this.from = from;
    this.live = live;
    this.objectNumbers = objectNumbers;
    this.objects = objects;
    this.unknownNumbers = unknownNumbers;
    this.unknowns = unknowns;
  }

  /** Those of {@code ids} that are kept, by their new numbers. */
  static BitSet translated(BitSet ids, int[] numbers) {
    BitSet known = new BitSet();
    for (int id = ids.nextSetBit(0); id >= 0 && id < numbers.length; id = ids.nextSetBit(id + 1)) {
      if (numbers[id] >= 0) {
        known.set(numbers[id]);
      }
    }
    return known;
  }

  @Override
  public Value apply(Value value) {
    return switch (value) {
      case Value.Reference r when objectNumbers[r.id()] == r.id() -> r;
      case Value.Reference r -> new Value.Reference(number(objectNumbers, r.id()));
      case Value.Unknown u when unknownNumbers[u.id()] == u.id() -> u;
      case Value.Unknown u ->
          new Value.Unknown(number(unknownNumbers, u.id()), u.type(), u.settled());
      default -> value;
    };
  }

  private static int number(int[] numbers, int id) {
    return Objects.checkIndex(numbers[id], Integer.MAX_VALUE);
  }

  State rebuild(List<Goroutine> goroutines) {
    State state = new State(from.statics.copy(), from.initialized.copy());
    for (int id : objects) {
      int position = state.heap.size();
      state.heap.add(renumbered(from.object(id)));
      state.shared.set(position, from.isShared(id));
      state.escaped.set(position, from.isEscaped(id));
      State.Hold hold = from.locks.get(id);
      if (hold != null) {
        state.locks.put(position, hold);
      }
    }
    for (Goroutine goroutine : goroutines) {
      state.goroutines.add(rebuild(goroutine));
    }
    state.statics.mapValues((name, value) -> apply(live.ofStatic(name, value)));
    for (int id : unknowns) {
      from.decisions
          .about(id)
          .forEach((question, answer) ->
              state.decisions.decide(
                  new Question(number(unknownNumbers, id), question.kind(), question.detail()),
                  apply(answer)));
    }
    state.guessed = from.guessed;
    state.nextUnknown = unknowns.size();
    state.nextGoroutine = from.nextGoroutine;
    return state;
  }

  private HeapObject renumbered(HeapObject object) {
    List<Value> values = live.contents(object);
    List<Value> mapped = values == object.values() ? null : new ArrayList<>(values);
    for (int i = 0; i < values.size(); i++) {
      Value value = values.get(i);
      Value other = apply(value);
      if (other != value && mapped == null) {
        mapped = new ArrayList<>(values);
      }
      if (mapped != null) {
        mapped.set(i, other);
      }
    }
    return mapped == null ? object : object.withValues(mapped);
  }

  private Goroutine rebuild(Goroutine goroutine) {
    for (int depth = 0; depth < goroutine.stack.size(); depth++) {
      Value[] registers = goroutine.stack.get(depth).registers;
      Value[] before = registers.clone();
      Arrays.fill(registers, Value.MANY);
      LiveRegisters.Live alive = live.of(goroutine, depth);
      for (int i = 0; i < alive.registers().length; i++) {
        int register = alive.registers()[i];
        registers[register] = LiveRegisters.seen(before[register], alive.data()[i]);
      }
    }
    if (goroutine.pending != null) {
      goroutine.pending = goroutine.pending.with(live.arguments(goroutine.pending));
    }
    goroutine.mapValues(this);
    replace(goroutine.sentTo);
    replace(goroutine.receivedFrom);
    replace(goroutine.given);
    if (goroutine.waiting != null) {
      Goroutine.Waiting w = goroutine.waiting;
      goroutine.waiting =
          new Goroutine.Waiting(
              w.condition() < 0 ? -1 : number(objectNumbers, w.condition()),
              w.lock() < 0 ? -1 : number(objectNumbers, w.lock()),
              w.depth(),
              w.signalled(),
              w.gaveUp());
    }
    return goroutine;
  }

  private void replace(BitSet ids) {
    BitSet known = translated(ids, objectNumbers);
    ids.clear();
    ids.or(known);
  }
}
