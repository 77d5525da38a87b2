package dev.chanvet.runtime.model;

import static dev.chanvet.runtime.Go.go;

import dev.chanvet.runtime.Arm;
import dev.chanvet.runtime.Channel;
import dev.chanvet.runtime.ChannelClosedException;
import dev.chanvet.runtime.GoBody;
import dev.chanvet.runtime.Goroutine;
import dev.chanvet.runtime.Select;
import dev.chanvet.runtime.model.Program.Choice;
import dev.chanvet.runtime.model.Program.Close;
import dev.chanvet.runtime.model.Program.Interrupt;
import dev.chanvet.runtime.model.Program.Op;
import dev.chanvet.runtime.model.Program.Receive;
import dev.chanvet.runtime.model.Program.Send;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/** A program that real goroutines perform on real channels, once; each logs what it has done. */
final class Performance {
  private final Program program;
  private final List<Channel<Integer>> channels;
  private final List<List<String>> logs = new ArrayList<>();
  private final List<Goroutine> goroutines = new ArrayList<>();

  Performance(Program program) {
    this.program = program;
    this.channels = program.capacities().stream().map(Channel::<Integer>make).toList();
    program.goroutines().forEach(ops -> logs.add(Collections.synchronizedList(new ArrayList<>())));
  }

  /** Starts the goroutines and returns them. */
  List<Goroutine> start() {
    return start(body -> body);
  }

  /** Starts the goroutines, each with its body in what {@code around} makes of it. */
  List<Goroutine> start(UnaryOperator<GoBody> around) {
    for (int g = 0; g < logs.size(); g++) {
      List<Op> ops = program.goroutines().get(g);
      List<String> log = logs.get(g);
      goroutines.add(go(around.apply(() -> perform(ops, log))));
    }
    return goroutines;
  }

  /** Returns what each goroutine has done by now. */
  List<String> outcome() {
    return logs.stream().map(log -> String.join(" ", log)).toList();
  }

  private void perform(List<Op> ops, List<String> log) {
    for (Op op : ops) {
      try {
        log.add(perform(op));
      } catch (ChannelClosedException e) {
        log.add(op instanceof Close ? "panic:close" : "panic:send");
        return;
      } catch (InterruptedException e) {
        if (program.interrupts()) {
          log.add("interrupted"); // else it is the end of the run that interrupts
        }
        return;
      }
    }
  }

  private String perform(Op op) throws InterruptedException {
    return switch (op) {
      case Send(int channel, int value) -> {
        channels.get(channel).send(value);
        yield "sent" + channel;
      }
      case Receive(int channel) -> received(channel, channels.get(channel).receive());
      case Close(int channel) -> {
        channels.get(channel).close();
        yield "closed";
      }
      case Interrupt(int goroutine) -> {
        goroutines.get(goroutine).interrupt();
        yield "interrupts";
      }
      case Choice(List<Op> choices, boolean otherwise) -> {
        List<Arm<String>> arms = new ArrayList<>();
        for (Op choice : choices) {
          arms.add(arm(choice));
        }
        if (otherwise) {
          arms.add(Select.otherwise().map(v -> "default"));
        }
        yield Select.select(arms);
      }
    };
  }

  private Arm<String> arm(Op op) {
    return switch (op) {
      case Send(int channel, int value) ->
          Select.send(channels.get(channel), value).map(v -> "sent" + channel);
      case Receive(int channel) ->
          Select.receive(channels.get(channel)).map(v -> received(channel, v));
      case Close ignored -> throw new AssertionError("no arm");
      case Interrupt ignored -> throw new AssertionError("no arm");
      case Choice ignored -> throw new AssertionError("no arm");
    };
  }

  private static String received(int channel, Integer value) {
    return value == null ? "nothing" + channel : "got" + value;
  }
}
