package dev.chanvet.runtime;

import static dev.chanvet.runtime.Go.go;
import static dev.chanvet.runtime.Select.receive;
import static dev.chanvet.runtime.Select.select;
import static dev.chanvet.runtime.Select.timeout;
import static dev.chanvet.runtime.Waiting.untilBlocked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Goroutines that nothing can wake any more. */
class UnreachableTest {

  /** Loses some goroutines and keeps others, in a JVM that keeps no list of its threads. */
  static final class Loses {
    private static final Channel<Integer> KEPT = Channel.make();

    public static void main(String[] args) throws InterruptedException {
      for (int i = 0; i < 3; i++) {
        loses();
        expect(List.of("receiver", "sender", "selector", "one", "other", "waiter", "holder"));
        expect(List.of());
      }
      Go.run(() -> {
        lose("of a run", () -> Channel.make().receive());
        expect(List.of("of a run"));
      });
      keepsWhatMayMove();
      System.out.println("all as expected");
    }

    private static void loses() throws InterruptedException {
      lose("receiver", () -> Channel.make().receive());
      lose("sender", () -> Channel.make(1_000).receive());
      lose("selector", () -> select(receive(Channel.make()), receive(Channel.make(1))));
      Channel<Integer> between = Channel.make();
      Channel<Integer> back = Channel.make();
      lose("one", () -> back.send(between.receive()));
      lose("other", () -> between.send(back.receive()));
      WaitGroup never = new WaitGroup();
      never.add(1);
      lose("waiter", never::await);
      Channel<Integer> held = Channel.make();
      lose(
          "holder",
          () -> {
            Channel.make().receive();
            held.send(1);
          });
    }

    private static void lose(String name, GoBody body) throws InterruptedException {
      untilBlocked(go(name, body));
    }

    /** Whoever may still be woken is not told, and is what it was afterwards. */
    private static void keepsWhatMayMove() throws InterruptedException {
      Goroutine kept = go("kept", () -> KEPT.receive());
      Channel<Integer> timed = Channel.make();
      go(
          "timed",
          () -> {
            select(receive(timed), timeout(Duration.ofMillis(1_500)));
            KEPT.send(1);
          });
      Channel<Integer> later = Channel.make();
      Goroutine interrupted = go("interrupted", () -> later.receive());
      ReceiveChannel<Instant> clock = Timers.after(Duration.ofMillis(1_000));
      go("clock", () -> clock.receive());
      LockSupport.parkNanos(100_000_000);
      expect(List.of());
      if (Go.goroutines().size() != 4) {
        throw new AssertionError(Go.dump());
      }
      interrupted.interrupt();
      interrupted.join();
      kept.join();
      while (!Go.goroutines().isEmpty()) {
        LockSupport.parkNanos(1_000_000);
      }
    }

    private static void expect(List<String> names) {
      List<GoroutineSnapshot> lost = Go.unreachable();
      List<String> found = lost.stream().map(GoroutineSnapshot::name).toList();
      if (!found.equals(names)) {
        throw new AssertionError("expected " + names + ", got " + found);
      }
      for (GoroutineSnapshot goroutine : lost) {
        if (!goroutine.format().contains("UnreachableTest.java:")) {
          throw new AssertionError("no stack: " + goroutine);
        }
      }
    }
  }

  @Test
  void theyAreFoundIfTheJvmKeepsNoListOfThem() throws Exception {
    List<String> noList = List.of("-Djdk.trackAllThreads=false", "-Xmx64m");
    ChildJvm.Ended child = ChildJvm.run(Duration.ofSeconds(30), noList, Loses.class);
    assertThat(child.output()).contains("all as expected");
  }

  @Test
  void elseNobodyPretendsToKnow() {
    assertThatThrownBy(Go::unreachable)
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("-Djdk.trackAllThreads=false");
  }
}
