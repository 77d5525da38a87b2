package dev.chanvet.runtime.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanvet.runtime.DeadlockException;
import dev.chanvet.runtime.Go;
import dev.chanvet.runtime.Goroutine;
import dev.chanvet.runtime.model.Program.Close;
import dev.chanvet.runtime.model.Program.Receive;
import dev.chanvet.runtime.model.Program.Send;
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
    assertThat(compare(600, 20, 8)).as("outcomes seen").isGreaterThan(750);
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
    Performance performance = new Performance(program);
    try {
      Go.run(() -> {
        for (Goroutine goroutine : performance.start()) {
          goroutine.join();
        }
      });
    } catch (DeadlockException e) {
      assertThat(e.goroutines()).isNotEmpty();
    }
    return performance.outcome();
  }
}
