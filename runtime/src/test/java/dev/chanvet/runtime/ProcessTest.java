package dev.chanvet.runtime;

import static dev.chanvet.runtime.Go.go;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What shows only in a process of its own: exit codes, signals, counters, the module. */
class ProcessTest {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  /** Deadlocks. */
  static final class Deadlocks {
    public static void main(String[] args) {
      Go.main(() -> Channel.<Integer>make().send(1));
    }
  }

  @Test
  void aDeadlockedMainExitsAsInGo() throws Exception {
    ChildJvm.Ended ended = ChildJvm.run(LIMIT, List.of(), Deadlocks.class);
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.output())
        .startsWith(
            "fatal error: all goroutines are asleep - deadlock!\n\ngoroutine 1 [chan send]:\n");
  }

  /** Prints its counters. */
  static final class Counts {
    public static void main(String[] args) {
      Go.main(() -> {
        Channel<Integer> ch = Channel.make(2);
        Goroutine sender =
            go(() -> {
              for (int i = 0; i < 10; i++) {
                ch.send(i);
              }
            });
        for (int i = 0; i < 10; i++) {
          Select.select(Select.receive(ch));
        }
        sender.join();
      });
      System.out.println(Counters.now());
    }
  }

  @Test
  void countersCountOnRequest() throws Exception {
    assertThat(ChildJvm.run(LIMIT, List.of(), Counts.class).output())
        .contains("sends=0, receives=0");
    List<String> counting = List.of("-Ddev.chanvet.counters=true");
    assertThat(ChildJvm.run(LIMIT, counting, Counts.class).output())
        .contains("sends=10, receives=10, selects=10, parks=")
        .contains("started=2, ended=2, leaked=0");
  }

  /** Waits for a signal, which is no deadlock, and is dumped by another. */
  static final class Signalled {
    public static void main(String[] args) {
      Go.main(() -> {
        Channel<String> signals = Channel.make(1);
        Signals.notify(signals, "TERM");
        Signals.dumpOn("USR2");
        System.out.println("ready");
        System.out.println("got " + signals.receive());
        Signals.stop(signals);
      });
    }
  }

  @Test
  void signalsComeThroughAChannel() throws Exception {
    Process process = ChildJvm.start(List.of(), Signalled.class);
    StringBuilder seen = new StringBuilder();
    try (var output = process.inputReader()) {
      String line = output.readLine();
      assertThat(line).isEqualTo("ready");
      Thread.sleep(200);
      new ProcessBuilder("kill", "-USR2", Long.toString(process.pid())).start().waitFor();
      while (!line.startsWith("goroutine 1 [chan receive]")) {
        line = output.readLine();
        assertThat(line).as("the dump").isNotNull();
      }
      new ProcessBuilder("kill", "-TERM", Long.toString(process.pid())).start().waitFor();
      for (line = output.readLine(); line != null; line = output.readLine()) {
        seen.append(line).append('\n');
      }
    }
    assertThat(process.waitFor()).isZero();
    assertThat(seen.toString()).contains("got TERM");
  }

  @Test
  void itIsAModuleThatNeedsOnlyTheJdk() throws Exception {
    Path classes =
        Path.of(Channel.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<String> describe =
        List.of("-p", classes.toString(), "--describe-module", "dev.chanvet.runtime");
    ChildJvm.Ended ended = ChildJvm.end(LIMIT, ChildJvm.start(describe));
    assertThat(ended.output())
        .contains("exports dev.chanvet.runtime\n")
        .doesNotContain("exports dev.chanvet.runtime.internal");
    assertThat(ended.output().lines().filter(line -> line.startsWith("requires")))
        .allMatch(line -> line.contains("static") || line.startsWith("requires java.base"));
  }
}
