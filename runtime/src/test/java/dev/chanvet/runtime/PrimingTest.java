package dev.chanvet.runtime;

import static dev.chanvet.runtime.Go.go;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
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
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Ddev.chanvet.counters=true",
                "-cp",
                System.getProperty("java.class.path"),
                Starts.class.getName(),
                Boolean.toString(wait))
            .redirectErrorStream(true)
            .start();
    try {
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
      return Integer.parseInt(output.strip());
    } finally {
      process.destroyForcibly();
    }
  }
}
