package dev.chanvet.runtime;

import static dev.chanvet.runtime.Go.go;
import static dev.chanvet.runtime.Waiting.untilBlocked;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be seen of goroutines from outside. */
class DumpTest {

  @Test
  void showsReasonStackAndCreator() throws InterruptedException {
    Channel<Integer> ch = Channel.make();
    Goroutine receiver = go("reader", () -> receiveHere(ch));
    untilBlocked(receiver);
    String dump = Go.dump();
    assertThat(dump)
        .containsPattern(
            "goroutine \\d+ \"reader\" \\[chan receive]:\n"
                + "dev.chanvet.runtime.DumpTest.receiveHere\\(...\\)\n\tDumpTest.java:\\d+\n")
        .containsPattern(
            "created by dev.chanvet.runtime.DumpTest.showsReasonStackAndCreator\n\tDumpTest.java:\\d+\n");
    assertThat(receiver.thread().getName()).isEqualTo("reader");
    assertThat(receiver.createdBy()).isNotNull();
    assertThat(receiver.parentId()).isZero();
    ch.send(1);
    receiver.join();
    assertThat(receiver.state()).isEqualTo(GoroutineState.ENDED);
    assertThat(receiver.join(Duration.ZERO)).isTrue();
    assertThat(Go.dump()).doesNotContain("reader");
  }

  private static void receiveHere(Channel<Integer> ch) throws InterruptedException {
    ch.receive();
  }

  @Test
  void whatIsNoChannelHasItsReasonToo() throws InterruptedException {
    Goroutine sleeper = go(() -> Thread.sleep(60_000));
    Waiting.until(() -> sleeper.snapshot().reason().equals("sleep"));
    assertThat(sleeper.state()).isEqualTo(GoroutineState.RUNNING);
    assertThat(sleeper.name()).isEqualTo("goroutine " + sleeper.id());
    assertThat(sleeper.thread().getName()).isEqualTo(sleeper.name());
    sleeper.interrupt();
    sleeper.join();
  }

  @Test
  void aGoroutineKnowsItself() throws InterruptedException {
    assertThat(Go.current()).isNull();
    Channel<Long> ids = Channel.make();
    Goroutine goroutine = go(() -> ids.send(Go.current().id()));
    assertThat(ids.receive()).isEqualTo(goroutine.id());
    goroutine.join();
    Go.run(() -> {
      assertThat(Go.current().id()).isEqualTo(1);
      Goroutine child = go(() -> {});
      assertThat(child.id()).isEqualTo(2);
      assertThat(child.parentId()).isEqualTo(1);
    });
  }

  @Test
  void longWaitsStandInMinutes() {
    GoroutineSnapshot snapshot =
        new GoroutineSnapshot(
            18,
            null,
            "chan receive",
            Duration.ofSeconds(150),
            List.of(new StackTraceElement("a.B", "c", "B.java", 7)),
            new StackTraceElement("a.B", "main", "B.java", 3),
            1);
    assertThat(snapshot.format())
        .isEqualTo(
            """
            goroutine 18 [chan receive, 2 minutes]:
            a.B.c(...)
            \tB.java:7
            created by a.B.main in goroutine 1
            \tB.java:3
            """);
  }

  @Test
  void longBlocksAreRecorded(@TempDir Path folder) throws IOException, InterruptedException {
    Path file = folder.resolve("blocks.jfr");
    try (Recording recording = new Recording()) {
      recording.enable("dev.chanvet.ChannelBlock").withThreshold(Duration.ofMillis(10));
      recording.start();
      Channel<Integer> ch = Channel.make();
      Goroutine receiver = go(() -> ch.receive());
      untilBlocked(receiver);
      Thread.sleep(40);
      ch.send(1);
      receiver.join();
      recording.stop();
      recording.dump(file);
    }
    assertThat(Files.size(file)).isPositive();
    List<RecordedEvent> events =
        RecordingFile.readAllEvents(file).stream()
            .filter(e -> e.getEventType().getName().equals("dev.chanvet.ChannelBlock"))
            .toList();
    assertThat(events)
        .anySatisfy(event -> {
          assertThat(event.getString("reason")).isEqualTo("chan receive");
          assertThat(event.getDuration()).isGreaterThanOrEqualTo(Duration.ofMillis(10));
          assertThat(event.getLong("goroutine")).isPositive();
          assertThat(event.getBoolean("interrupted")).isFalse();
        });
  }
}
