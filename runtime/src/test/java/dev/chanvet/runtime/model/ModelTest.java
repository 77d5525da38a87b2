package dev.chanvet.runtime.model;

import static dev.chanvet.runtime.Go.go;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chanvet.runtime.Arm;
import dev.chanvet.runtime.Channel;
import dev.chanvet.runtime.ChannelClosedException;
import dev.chanvet.runtime.DeadlockException;
import dev.chanvet.runtime.Go;
import dev.chanvet.runtime.Goroutine;
import dev.chanvet.runtime.Select;
import dev.chanvet.runtime.model.Program.Choice;
import dev.chanvet.runtime.model.Program.Close;
import dev.chanvet.runtime.model.Program.Op;
import dev.chanvet.runtime.model.Program.Receive;
import dev.chanvet.runtime.model.Program.Send;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(600)
class ModelTest {

  @Test
  void theModelKnowsARendezvous() {
    Program program =
        new Program(
            List.of(0), List.of(List.of(new Send(0, 1)), List.of(new Receive(0), new Receive(0))));
    assertThat(Model.outcomes(program)).containsExactly(List.of("sent0", "got1"));
  }

  @Test
  void theModelKnowsClose() {
    Program program =
        new Program(
            List.of(1),
            List.of(
                List.of(new Send(0, 1), new Close(0)), List.of(new Receive(0), new Receive(0))));
    assertThat(Model.outcomes(program)).containsExactly(List.of("sent0 closed", "got1 nothing0"));
  }

  @Test
  void fewPrograms() {
    assertThat(compare(120, 12, 7)).as("outcomes seen").isGreaterThan(150);
  }

  @Test
  @Tag("long")
  void manyPrograms() {
    assertThat(compare(2_000, 20, 8)).as("outcomes seen").isGreaterThan(2_500);
  }

  /** Runs random programs, each several times; returns how many different outcomes were seen. */
  private static int compare(int programs, int runs, long seed) {
    Random random = new Random(seed);
    int seen = 0;
    for (int p = 0; p < programs; p++) {
      Program program = Program.random(random);
      Set<List<String>> allowed = Model.outcomes(program);
      Set<List<String>> got = new HashSet<>();
      for (int r = 0; r < runs; r++) {
        got.add(run(program));
      }
      assertThat(allowed).as("%s", program).containsAll(got);
      seen += got.size();
    }
    return seen;
  }

  private static List<String> run(Program program) {
    List<Channel<Integer>> channels =
        program.capacities().stream().map(Channel::<Integer>make).toList();
    List<List<String>> logs = new ArrayList<>();
    program.goroutines().forEach(ops -> logs.add(new ArrayList<>()));
    try {
      Go.run(() -> {
        List<Goroutine> all = new ArrayList<>();
        for (int g = 0; g < logs.size(); g++) {
          List<Op> ops = program.goroutines().get(g);
          List<String> log = logs.get(g);
          all.add(go(() -> perform(ops, channels, log)));
        }
        for (Goroutine goroutine : all) {
          goroutine.join();
        }
      });
    } catch (DeadlockException e) {
      assertThat(e.goroutines()).isNotEmpty();
    }
    return logs.stream().map(log -> String.join(" ", log)).toList();
  }

  private static void perform(List<Op> ops, List<Channel<Integer>> channels, List<String> log)
      throws InterruptedException {
    for (Op op : ops) {
      try {
        log.add(perform(op, channels));
      } catch (ChannelClosedException e) {
        log.add(op instanceof Close ? "panic:close" : "panic:send");
        return;
      }
    }
  }

  private static String perform(Op op, List<Channel<Integer>> channels)
      throws InterruptedException {
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
      case Choice(List<Op> choices, boolean otherwise) -> {
        List<Arm<String>> arms = new ArrayList<>();
        for (Op choice : choices) {
          arms.add(arm(choice, channels));
        }
        if (otherwise) {
          arms.add(Select.otherwise().map(v -> "default"));
        }
        yield Select.select(arms);
      }
    };
  }

  private static Arm<String> arm(Op op, List<Channel<Integer>> channels) {
    return switch (op) {
      case Send(int channel, int value) ->
          Select.send(channels.get(channel), value).map(v -> "sent" + channel);
      case Receive(int channel) ->
          Select.receive(channels.get(channel)).map(v -> received(channel, v));
      case Close ignored -> throw new AssertionError("no arm");
      case Choice ignored -> throw new AssertionError("no arm");
    };
  }

  private static String received(int channel, Integer value) {
    return value == null ? "nothing" + channel : "got" + value;
  }
}
