package dev.chanvet.runtime;

import static dev.chanvet.runtime.Go.go;
import static dev.chanvet.runtime.Select.receive;
import static dev.chanvet.runtime.Select.select;
import static dev.chanvet.runtime.Select.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When all goroutines are asleep it is a deadlock, and only then. */
@Timeout(60)
class DeadlockTest {
  private static final Duration SOON = Duration.ofMillis(200);

  private static DeadlockException deadlock(GoBody main) {
    DeadlockException e = catchThrowableOfType(DeadlockException.class, () -> Go.run(main));
    assertThat(e).as("a deadlock").isNotNull();
    return e;
  }

  @Test
  void everyKindOfSleepCounts() {
    Channel<Integer> ch = Channel.make();
    DeadlockException e =
        deadlock(() -> {
          WaitGroup never = new WaitGroup();
          never.add(1);
          Once once = new Once();
          go(() -> ch.receive());
          go(() -> select(receive(Channel.make()), send(Channel.<Integer>make(), 1)));
          go(() -> select());
          go(() -> never.await());
          go(() -> Channel.nil().receive());
          go(() -> once.run(() -> once.run(() -> {})));
          Goroutine last = go("last", () -> Channel.<Integer>nil().send(1));
          last.join();
        });
    assertThat(e.goroutines())
        .extracting(GoroutineSnapshot::reason)
        .containsExactly(
            "join",
            "chan receive",
            "select",
            "select (no cases)",
            "sync.WaitGroup.Wait",
            "chan receive (nil chan)",
            "sync.Once.Do",
            "chan send (nil chan)");
    assertThat(e.goroutines()).extracting(GoroutineSnapshot::id).startsWith(1L, 2L, 3L);
    assertThat(e).hasMessageContaining("goroutine 8 \"last\" [chan send (nil chan)]:\n");
  }

  @Test
  void theMessageIsGos() {
    DeadlockException e = deadlock(() -> start(Channel.make()));
    assertThat(e.getMessage().lines().toList())
        .startsWith(
            "all goroutines are asleep - deadlock!",
            "",
            "goroutine 1 [chan send]:",
            "dev.chanvet.runtime.DeadlockTest.start(...)")
        .anyMatch(line -> line.matches("\tDeadlockTest.java:\\d+"));
    assertThat(e.getMessage())
        .contains("\n\ngoroutine 2 [chan receive]:\n")
        .containsPattern(
            "created by dev.chanvet.runtime.DeadlockTest.start in goroutine 1\n\tDeadlockTest.java:\\d+\n");
  }

  private static void start(Channel<Integer> ch) throws InterruptedException {
    go(() -> Channel.make().receive());
    ch.send(1);
  }

  @Test
  void aBufferThatIsFullBlocks() {
    assertThat(
            deadlock(() -> {
              Channel<Integer> ch = Channel.make(1);
              ch.send(1);
              ch.send(2);
            }))
        .hasMessageContaining("goroutine 1 [chan send]:");
  }

  @Test
  void aSleeperIsNoDeadlock() {
    Channel<Integer> ch = Channel.make();
    Go.run(() -> {
      go(() -> {
        Thread.sleep(SOON.toMillis());
        ch.send(1);
      });
      assertThat(ch.receive()).isEqualTo(1);
    });
  }

  @Test
  void aTimerIsNoDeadlock() {
    Go.run(() -> {
      assertThat(Timers.after(SOON).receive()).isNotNull();
      assertThat(Channel.make().tryReceive(SOON)).isNull();
      select(receive(Channel.make()), Select.timeout(SOON));
      try (Context context = Context.withTimeout(Context.background(), SOON);
          Context under = Context.withCancel(context)) {
        under.done().receive();
      }
      try (Ticker ticker = Ticker.every(Duration.ofMillis(100))) {
        for (int i = 0; i < 3; i++) {
          ticker.channel().receive();
        }
      }
    });
  }

  @Test
  void aTimerOfSomebodyElseIsOne() {
    try (Ticker ticker = Ticker.every(Duration.ofMillis(100))) {
      assertThat(ticker.channel().capacity()).isEqualTo(1);
      deadlock(() -> Channel.make().receive());
    }
    deadlock(() -> {
      Timer timer = Timer.after(Duration.ofMinutes(1));
      timer.stop();
      timer.channel().receive();
    });
    deadlock(() -> {
      Context context = Context.withCancel(Context.background());
      context.done().receive();
    });
  }

  @Test
  void aPlatformThreadOutsideMayWake() {
    Channel<Integer> ch = Channel.make();
    Go.run(() -> {
      new Thread(() -> sendSoon(ch)).start();
      assertThat(ch.receive()).isEqualTo(1);
    });
    Thread early = new Thread(() -> sendSoon(ch));
    early.start();
    Go.run(() -> assertThat(ch.receive()).isEqualTo(1));
  }

  @Test
  void aVirtualThreadOutsideMayWake() {
    Channel<Integer> ch = Channel.make();
    Go.run(() -> {
      Thread.startVirtualThread(() -> sendSoon(ch));
      assertThat(ch.receive()).isEqualTo(1);
    });
  }

  @Test
  void aVirtualThreadThatWaitsItselfDoesNot() throws InterruptedException {
    Channel<Integer> ch = Channel.make();
    Channel<Integer> other = Channel.make();
    Thread waiting = Thread.startVirtualThread(() -> receiveQuietly(other));
    deadlock(() -> ch.receive());
    waiting.interrupt();
    waiting.join();
  }

  @Test
  void poolsMayWakeWhileTheyWorkAndNotWhileTheyAreIdle() {
    Channel<Integer> ch = Channel.make();
    try (ExecutorService pool = Executors.newCachedThreadPool()) {
      Go.run(() -> {
        pool.execute(() -> sendSoon(ch));
        assertThat(ch.receive()).isEqualTo(1);
      });
      deadlock(() -> ch.receive());
    }
    Go.run(() -> {
      CompletableFuture<Void> done = CompletableFuture.runAsync(() -> sendSoon(ch));
      assertThat(ch.receive()).isEqualTo(1);
      done.join();
    });
    try (ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(1)) {
      Go.run(() -> {
        scheduler.schedule(() -> ch.trySend(1), SOON.toMillis(), TimeUnit.MILLISECONDS);
        assertThat(ch.receive()).isEqualTo(1);
      });
    }
  }

  @Test
  void whoWaitsForTheRunWithALimitDoesNotWake() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(30), () -> deadlock(() -> Channel.make().receive()));
    // The limit comes first, so that the thread that keeps it is there before the run.
    CompletableFuture<DeadlockException> found = new CompletableFuture<>();
    found.orTimeout(30, TimeUnit.SECONDS);
    CompletableFuture.runAsync(() -> found.complete(deadlock(() -> Channel.make().receive())));
    assertThat(found.join().goroutines()).hasSize(1);
  }

  @Test
  void aRunInsideARunIsFoundToo() {
    Go.run(() -> {
      assertThatThrownBy(() -> Go.run(() -> Channel.make().receive()))
          .isInstanceOf(DeadlockException.class)
          .hasMessageContaining("goroutine 1 [chan receive]:");
      Channel<Integer> ch = Channel.make();
      go(() -> ch.send(3));
      assertThat(ch.receive()).isEqualTo(3);
    });
  }

  @Test
  void busyGoroutinesAreNeverCalledDeadlocked() {
    for (int round = 0; round < 20; round++) {
      Go.run(() -> {
        Channel<Integer> ping = Channel.make();
        Channel<Integer> pong = Channel.make();
        go(() -> {
          for (int value : ping) {
            pong.send(value + 1);
          }
        });
        for (int i = 0; i < 20_000; i++) {
          ping.send(i);
          assertThat(pong.receive().intValue()).isEqualTo(i + 1);
        }
      });
    }
  }

  private static void sendSoon(Channel<Integer> ch) {
    try {
      Thread.sleep(SOON.toMillis());
      ch.send(1);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void receiveQuietly(Channel<Integer> ch) {
    try {
      ch.receive();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
