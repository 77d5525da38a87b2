package dev.chanvet.runtime;

import static dev.chanvet.runtime.Go.go;
import static dev.chanvet.runtime.Select.receive;
import static dev.chanvet.runtime.Select.select;
import static dev.chanvet.runtime.Select.send;
import static dev.chanvet.runtime.Waiting.untilBlocked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chanvet.runtime.junit.LeakCheckExtension;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An interrupt ends what is blocked, leaves no trace in the channel and loses no value. */
@ExtendWith(LeakCheckExtension.class)
class InterruptTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void blockedOperationsEnd(int capacity) throws InterruptedException {
    Channel<Integer> empty = Channel.make(capacity);
    Channel<Integer> full = Channel.make(capacity);
    for (int i = 0; i < capacity; i++) {
      full.send(0);
    }
    interrupted(() -> empty.receive());
    interrupted(() -> empty.tryReceive(LONG));
    interrupted(() -> full.send(1));
    interrupted(() -> full.trySend(1, LONG));
    interrupted(() -> select(receive(empty), send(full, 1)));
    interrupted(() -> select(receive(empty), send(full, 1), Select.timeout(LONG)));
    interrupted(() -> Channel.nil().receive());
    interrupted(() -> select());
    assertThat(full.size()).isEqualTo(capacity);
    assertThat(full.trySend(2)).as("no receiver is left behind").isFalse();
    assertThat(empty.trySend(3)).as("no receiver is left behind").isEqualTo(capacity > 0);
    for (int i = 0; i < capacity; i++) {
      assertThat(full.tryReceive()).isEqualTo(0);
    }
    assertThat(full.tryReceive()).as("no sender is left behind").isNull();
  }

  private static void interrupted(GoBody body) throws InterruptedException {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Goroutine goroutine =
        go(() -> {
          try {
            body.run();
          } catch (Throwable e) {
            thrown.set(e);
          }
        });
    untilBlocked(goroutine);
    goroutine.interrupt();
    goroutine.join();
    assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
  }

  @Test
  void whatNeedNotWaitDoesNotLookAtTheFlag() throws InterruptedException {
    Channel<Integer> ch = Channel.make(1);
    Thread.currentThread().interrupt();
    ch.send(1);
    assertThat(ch.receive()).isEqualTo(1);
    assertThatThrownBy(ch::receive).isInstanceOf(InterruptedException.class);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void iteratingWrapsItAndSetsTheFlagAgain() throws InterruptedException {
    Channel<Integer> ch = Channel.make();
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    AtomicReference<Boolean> flag = new AtomicReference<>();
    Goroutine goroutine =
        go(() -> {
          try {
            for (int ignored : ch) {
              throw new AssertionError("nothing was sent");
            }
          } catch (ChannelInterruptedException e) {
            flag.set(Thread.currentThread().isInterrupted());
            thrown.set(e);
          }
        });
    untilBlocked(goroutine);
    goroutine.interrupt();
    goroutine.join();
    assertThat(thrown.get()).hasCauseInstanceOf(InterruptedException.class);
    assertThat(flag).hasValue(true);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4})
  void racesLoseNoValue(int capacity) throws InterruptedException {
    for (int round = 0; round < 2_000; round++) {
      Channel<Integer> ch = Channel.make(capacity);
      AtomicInteger sent = new AtomicInteger();
      AtomicInteger got = new AtomicInteger();
      Goroutine sender =
          go(() -> {
            for (int i = 0; i < 3; i++) {
              ch.send(i);
              sent.incrementAndGet();
            }
          });
      Goroutine receiver =
          go(() -> {
            for (int i = 0; i < 3; i++) {
              if (ch.receive() != null) {
                got.incrementAndGet();
              }
            }
          });
      if (round % 2 == 0) {
        receiver.interrupt();
      } else {
        sender.interrupt();
      }
      (round % 2 == 0 ? receiver : sender).join();
      sender.interrupt();
      receiver.interrupt();
      sender.join();
      receiver.join();
      while (ch.tryReceive() != null) {
        got.incrementAndGet();
      }
      assertThat(got).hasValue(sent.get());
    }
  }
}
