package dev.chanvet.runtime;

import static dev.chanvet.runtime.Go.go;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Channels are rehearsed for programs with many goroutines that wait at some, and for no others.
 */
class PrimingTest {
  private static final int GOROUTINES = 3_000;

  /**
   * Starts many goroutines, and prints how many have been started, those of a rehearsal included.
   */
  static final class Starts {
    public static void main(String[] args) {
      boolean wait = Boolean.parseBoolean(args[0]);
      Go.run(() -> {
        Channel<Signal> gate = Channel.make();
        WaitGroup all = new WaitGroup();
        all.add(GOROUTINES);
        for (int i = 0; i < GOROUTINES; i++) {
          go(() -> {
            if (wait) {
              gate.receive();
            }
            all.done();
          });
        }
        gate.close();
        all.await();
      });
      System.out.println(Counters.now().started());
    }
  }

  @Test
  void goroutinesThatWaitAtAChannelAreRehearsedFor() throws Exception {
    assertThat(started(true)).isGreaterThan(GOROUTINES + 100);
  }

  @Test
  void othersAreNot() throws Exception {
    assertThat(started(false)).isEqualTo(GOROUTINES + 1);
  }

  private static int started(boolean wait) throws Exception {
    List<String> counting = List.of("-Ddev.chanvet.counters=true");
    ChildJvm.Ended child =
        ChildJvm.run(Duration.ofMinutes(1), counting, Starts.class, Boolean.toString(wait));
    return Integer.parseInt(child.output().strip());
  }
}
