package dev.chanvet.runtime.model;

import dev.chanvet.runtime.model.Program.Choice;
import dev.chanvet.runtime.model.Program.Close;
import dev.chanvet.runtime.model.Program.Interrupt;
import dev.chanvet.runtime.model.Program.Op;
import dev.chanvet.runtime.model.Program.Receive;
import dev.chanvet.runtime.model.Program.Send;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Every outcome that Go's rules allow a program, by exploring all interleavings. An outcome is what
 * each goroutine logged: a word for each operation that it finished. Who comes after the last word
 * is blocked for ever.
 */
final class Model {
  private final Program program;
  private final Set<State> seen = new HashSet<>();
  private final Deque<State> work = new ArrayDeque<>();
  private final Set<List<String>> outcomes = new HashSet<>();

  /**
   * What is buffered and closed, who is to be interrupted, and each goroutine's log; its length in
   * words says where the goroutine stands.
   */
  private record State(
      List<List<Integer>> buffers,
      List<Boolean> closed,
      List<Boolean> interrupted,
      List<List<String>> logs) {}

  private Model(Program program) {
    this.program = program;
  }

  static Set<List<String>> outcomes(Program program) {
    Model model = new Model(program);
    List<List<Integer>> buffers = new ArrayList<>();
    List<Boolean> closed = new ArrayList<>();
    for (int ignored : program.capacities()) {
      buffers.add(List.of());
      closed.add(false);
    }
    List<List<String>> logs = new ArrayList<>();
    List<Boolean> interrupted = new ArrayList<>();
    for (List<Op> ignored : program.goroutines()) {
      logs.add(List.of());
      interrupted.add(false);
    }
    model.reach(new State(buffers, closed, interrupted, logs));
    while (!model.work.isEmpty()) {
      State state = model.work.pop();
      if (!model.step(state)) {
        model.outcomes.add(state.logs().stream().map(log -> String.join(" ", log)).toList());
      }
    }
    return model.outcomes;
  }

  private void reach(State state) {
    if (seen.add(state)) {
      work.push(state);
    }
  }

  /** Reaches all successors of {@code state}; returns whether there are any. */
  private boolean step(State state) {
    boolean moved = false;
    for (int g = 0; g < program.goroutines().size(); g++) {
      Op op = next(state, g);
      if (op instanceof Close(int channel)) {
        close(state, g, channel);
        moved = true;
      } else if (op instanceof Interrupt(int goroutine)) {
        List<Boolean> interrupted = new ArrayList<>(state.interrupted());
        interrupted.set(goroutine, true);
        reach(
            log(
                new State(state.buffers(), state.closed(), List.copyOf(interrupted), state.logs()),
                g,
                "interrupts"));
        moved = true;
      } else if (op != null) {
        boolean ready = false;
        for (Op arm : arms(op)) {
          ready |= arm(state, g, arm);
        }
        if (op instanceof Choice(List<Op> choices, boolean otherwise)
            && otherwise
            && choices.stream().noneMatch(arm -> readyAlone(state, arm))) {
          reach(log(state, g, "default")); // a counterpart may not have come yet
          ready = true;
        }
        if (state.interrupted().get(g)
            && waits(op)
            && arms(op).stream().noneMatch(arm -> readyAlone(state, arm))) {
          reach(log(state, g, "interrupted"));
          ready = true;
        }
        moved |= ready;
      }
    }
    return moved;
  }

  private Op next(State state, int g) {
    List<String> log = state.logs().get(g);
    List<Op> ops = program.goroutines().get(g);
    String last = log.isEmpty() ? "" : log.get(log.size() - 1);
    boolean over = last.startsWith("panic") || last.equals("interrupted");
    return over || log.size() == ops.size() ? null : ops.get(log.size());
  }

  private static List<Op> arms(Op op) {
    return op instanceof Choice choice ? choice.arms() : List.of(op);
  }

  private void close(State state, int g, int channel) {
    if (state.closed().get(channel)) {
      reach(log(state, g, "panic:close"));
    } else {
      List<Boolean> closed = new ArrayList<>(state.closed());
      closed.set(channel, true);
      reach(
          log(
              new State(state.buffers(), List.copyOf(closed), state.interrupted(), state.logs()),
              g,
              "closed"));
    }
  }

  /**
   * Does one send or receive of goroutine {@code g} in every way in which it is ready; returns
   * whether it is.
   */
  private boolean arm(State state, int g, Op arm) {
    return switch (arm) {
      case Send(int channel, int value) -> send(state, g, channel, value);
      case Receive(int channel) -> receive(state, g, channel);
      case Close ignored -> throw new AssertionError("no arm");
      case Interrupt ignored -> throw new AssertionError("no arm");
      case Choice ignored -> throw new AssertionError("no arm");
    };
  }

  /** Whether {@code arm} can be done without a counterpart. */
  private boolean readyAlone(State state, Op arm) {
    return switch (arm) {
      case Send(int channel, int ignored) ->
          state.closed().get(channel)
              || state.buffers().get(channel).size() < program.capacities().get(channel);
      case Receive(int channel) ->
          state.closed().get(channel) || !state.buffers().get(channel).isEmpty();
      case Close ignored -> throw new AssertionError("no arm");
      case Interrupt ignored -> throw new AssertionError("no arm");
      case Choice ignored -> throw new AssertionError("no arm");
    };
  }

  private boolean send(State state, int g, int channel, int value) {
    if (state.closed().get(channel)) {
      reach(log(state, g, "panic:send"));
      return true;
    }
    if (state.buffers().get(channel).size() < program.capacities().get(channel)) {
      List<Integer> buffer = new ArrayList<>(state.buffers().get(channel));
      buffer.add(value);
      reach(log(withBuffer(state, channel, buffer), g, "sent" + channel));
      return true;
    }
    return meet(state, g, channel, value);
  }

  private boolean receive(State state, int g, int channel) {
    List<Integer> buffer = state.buffers().get(channel);
    if (!buffer.isEmpty()) {
      reach(
          log(
              withBuffer(state, channel, buffer.subList(1, buffer.size())),
              g,
              "got" + buffer.get(0)));
      return true;
    }
    if (state.closed().get(channel)) {
      reach(log(state, g, "nothing" + channel));
      return true;
    }
    boolean met = false;
    for (int other = 0; other < program.goroutines().size(); other++) {
      Op op = other == g ? null : next(state, other);
      if (op != null && waits(op)) {
        for (Op arm : arms(op)) {
          if (arm instanceof Send(int theirs, int value)
              && theirs == channel
              && program.capacities().get(channel) == 0) {
            reach(log(log(state, other, "sent" + channel), g, "got" + value));
            met = true;
          }
        }
      }
    }
    return met;
  }

  /** A rendezvous with each receiver that waits. */
  private boolean meet(State state, int g, int channel, int value) {
    boolean met = false;
    for (int other = 0; other < program.goroutines().size(); other++) {
      Op op = other == g ? null : next(state, other);
      if (program.capacities().get(channel) == 0 && op != null && waits(op)) {
        for (Op arm : arms(op)) {
          if (arm instanceof Receive(int theirs) && theirs == channel) {
            reach(log(log(state, g, "sent" + channel), other, "got" + value));
            met = true;
          }
        }
      }
    }
    return met;
  }

  /** Whether a counterpart can find this operation asleep: one with a default never sleeps. */
  private static boolean waits(Op op) {
    return switch (op) {
      case Send ignored -> true;
      case Receive ignored -> true;
      case Choice(List<Op> ignored, boolean otherwise) -> !otherwise;
      case Close ignored -> false;
      case Interrupt ignored -> false;
    };
  }

  private static State withBuffer(State state, int channel, List<Integer> buffer) {
    List<List<Integer>> buffers = new ArrayList<>(state.buffers());
    buffers.set(channel, List.copyOf(buffer));
    return new State(List.copyOf(buffers), state.closed(), state.interrupted(), state.logs());
  }

  private static State log(State state, int g, String word) {
    List<List<String>> logs = new ArrayList<>(state.logs());
    List<String> mine = new ArrayList<>(logs.get(g));
    mine.add(word);
    logs.set(g, List.copyOf(mine));
    return new State(state.buffers(), state.closed(), state.interrupted(), List.copyOf(logs));
  }
}
