package dev.chanvet.runtime;

import static dev.chanvet.runtime.Select.receive;
import static dev.chanvet.runtime.Select.select;
import static dev.chanvet.runtime.Select.send;
import static dev.chanvet.runtime.Select.timeout;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * More carriers than processors: who holds a lock loses its processor often, and who wants it
 * yields.
 */
class CarriersTest {

  /** Selects over a few channels, by many goroutines, until each has done its share. */
  static final class Selects {
    private static final int PAIRS = 50;
    private static final int SHARE = 10_000;

    /** For those at the end that have nobody to meet any more. */
    private static final Duration PATIENCE = Duration.ofMillis(1);

    public static void main(String[] args) throws InterruptedException {
      List<Channel<Integer>> channels = Stream.generate(Channel::<Integer>make).limit(6).toList();
      WaitGroup all = new WaitGroup();
      for (int i = 0; i < PAIRS; i++) {
        SplittableRandom random = new SplittableRandom(i);
        SplittableRandom other = random.split();
        all.go(() -> {
          for (int turn = 0; turn < SHARE; turn++) {
            select(
                receive(any(channels, random)),
                receive(any(channels, random)),
                receive(any(channels, random)),
                timeout(PATIENCE));
          }
        });
        all.go(() -> {
          for (int turn = 0; turn < SHARE; turn++) {
            select(
                send(any(channels, other), 1),
                send(any(channels, other), 2),
                send(any(channels, other), 3),
                timeout(PATIENCE));
          }
        });
      }
      all.await();
    }

    private static Channel<Integer> any(List<Channel<Integer>> channels, SplittableRandom random) {
      return channels.get(random.nextInt(channels.size()));
    }
  }

  @Test
  void selectsGetAlongWithFewProcessors() throws Exception {
    List<String> fewCarriers = List.of("-Djdk.virtualThreadScheduler.parallelism=4");
    ChildJvm.Ended child = ChildJvm.run(Duration.ofMinutes(2), fewCarriers, Selects.class);
    assertThat(child.code()).as(child.output()).isZero();
  }
}
