package dev.chanvet.runtime;

import static dev.chanvet.runtime.Go.go;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Who starts goroutines does not get far ahead of those that begin. */
class PaceTest {

  /** Starts many goroutines and prints how many of them at most had not begun. */
  static final class Starts {
    private static final int GOROUTINES = 20_000;

    public static void main(String[] args) {
      Go.run(() -> {
        AtomicInteger begun = new AtomicInteger();
        int most = 0;
        for (int i = 1; i <= GOROUTINES; i++) {
          go(begun::incrementAndGet);
          most = Math.max(most, i - begun.get());
        }
        System.out.println(most);
      });
    }
  }

  @Test
  void thoseThatHaveBeenStartedAreWaitedFor() throws Exception {
    List<String> oneCarrier =
        List.of(
            "-Djdk.virtualThreadScheduler.parallelism=1",
            "-Djdk.virtualThreadScheduler.maxPoolSize=1");
    ChildJvm.Ended child = ChildJvm.run(Duration.ofMinutes(1), oneCarrier, Starts.class);
    assertThat(Integer.parseInt(child.output().strip())).isBetween(500, 1_100);
  }
}
