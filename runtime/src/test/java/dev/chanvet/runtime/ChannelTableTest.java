package dev.chanvet.runtime;

import static dev.chanvet.runtime.Go.go;
import static dev.chanvet.runtime.Waiting.untilBlocked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chanvet.runtime.junit.LeakCheckExtension;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each operation does on a channel that is open, closed or nil, for capacities 0, 1 and 3. */
@ExtendWith(LeakCheckExtension.class)
class ChannelTableTest {
  private static final Duration SHORT = Duration.ofMillis(20);

  private static Channel<Integer> full(int capacity) {
    Channel<Integer> ch = Channel.make(capacity);
    for (int i = 0; i < capacity; i++) {
      assertThat(ch.trySend(i)).isTrue();
    }
    return ch;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  void sendBlocksUntilTaken(int capacity) throws InterruptedException {
    Channel<Integer> ch = full(capacity);
    Goroutine sender = go(() -> ch.send(capacity));
    untilBlocked(sender);
    assertThat(ch.size()).isEqualTo(capacity);
    for (int i = 0; i <= capacity; i++) {
      assertThat(ch.receive()).isEqualTo(i);
    }
    sender.join();
    assertThat(ch.size()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  void receiveBlocksUntilSent(int capacity) throws InterruptedException {
    Channel<Integer> ch = Channel.make(capacity);
    AtomicReference<Integer> got = new AtomicReference<>();
    Goroutine receiver = go(() -> got.set(ch.receive()));
    untilBlocked(receiver);
    ch.send(7);
    assertThat(ch.size()).as("handed straight to the receiver").isZero();
    receiver.join();
    assertThat(got).hasValue(7);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  void sendOnClosedPanics(int capacity) {
    Channel<Integer> ch = Channel.make(capacity);
    ch.close();
    String message = "send on closed channel";
    assertThatThrownBy(() -> ch.send(1))
        .isInstanceOf(ChannelClosedException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> ch.trySend(1))
        .isInstanceOf(ChannelClosedException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> ch.trySend(1, SHORT))
        .isInstanceOf(ChannelClosedException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  void closeMakesBlockedSendersPanic(int capacity) throws InterruptedException {
    Channel<Integer> ch = full(capacity);
    AtomicReference<Throwable> first = new AtomicReference<>();
    AtomicReference<Throwable> second = new AtomicReference<>();
    Goroutine one = go(() -> first.set(caught(() -> ch.send(9))));
    Goroutine two = go(() -> second.set(caught(() -> ch.trySend(9, Duration.ofMinutes(1)))));
    Waiting.until(
        () -> one.state() == GoroutineState.BLOCKED && two.state() == GoroutineState.BLOCKED);
    ch.close();
    one.join();
    two.join();
    assertThat(first.get())
        .isInstanceOf(ChannelClosedException.class)
        .hasMessage("send on closed channel");
    assertThat(second.get())
        .isInstanceOf(ChannelClosedException.class)
        .hasMessage("send on closed channel");
    for (int i = 0; i < capacity; i++) {
      assertThat(ch.receive()).as("what was buffered stays").isEqualTo(i);
    }
    assertThat(ch.receive()).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  void receiveOnClosedDrainsThenReturnsNullAlways(int capacity) throws InterruptedException {
    Channel<Integer> ch = full(capacity);
    ch.close();
    for (int i = 0; i < capacity; i++) {
      assertThat(ch.receive()).isEqualTo(i);
    }
    assertThat(ch.receive()).isNull();
    assertThat(ch.receive()).isNull();
    assertThat(ch.tryReceive()).isNull();
    assertThat(ch.tryReceive(SHORT)).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  void closeWakesAllReceivers(int capacity) throws InterruptedException {
    Channel<Integer> ch = Channel.make(capacity);
    AtomicReference<Object> got = new AtomicReference<>("nothing yet");
    Goroutine one = go(() -> assertThat(ch.receive()).isNull());
    Goroutine two = go(() -> got.set(ch.tryReceive(Duration.ofMinutes(1))));
    untilBlocked(one, two);
    ch.close();
    one.join();
    two.join();
    assertThat(got).hasValue(null);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  void closeOfClosedPanics(int capacity) {
    Channel<Integer> ch = Channel.make(capacity);
    ch.close();
    assertThatThrownBy(ch::close)
        .isInstanceOf(ChannelClosedException.class)
        .hasMessage("close of closed channel");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  void triesNeverBlock(int capacity) {
    Channel<Integer> ch = Channel.make(capacity);
    assertThat(ch.tryReceive()).isNull();
    for (int i = 0; i < capacity; i++) {
      assertThat(ch.trySend(i)).isTrue();
    }
    assertThat(ch.trySend(99)).isFalse();
    for (int i = 0; i < capacity; i++) {
      assertThat(ch.tryReceive()).isEqualTo(i);
    }
    assertThat(ch.tryReceive()).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  void timedTriesWaitSoLong(int capacity) throws InterruptedException {
    Channel<Integer> ch = full(capacity);
    long start = System.nanoTime();
    assertThat(ch.trySend(5, SHORT)).isFalse();
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(SHORT.toNanos());
    assertThat(ch.trySend(5, Duration.ZERO)).isFalse();
    assertThat(ch.trySend(5, Duration.ofSeconds(-1))).isFalse();
    assertThat(ch.size()).as("a send that gave up leaves nothing").isEqualTo(capacity);
    for (int i = 0; i < capacity; i++) {
      assertThat(ch.tryReceive(SHORT)).isEqualTo(i);
    }
    start = System.nanoTime();
    assertThat(ch.tryReceive(SHORT)).isNull();
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(SHORT.toNanos());
    Goroutine sender = go(() -> assertThat(ch.trySend(6, Duration.ofSeconds(20))).isTrue());
    assertThat(ch.tryReceive(Duration.ofSeconds(20))).isEqualTo(6);
    sender.join();
  }

  @Test
  void nilBlocksForEverAndCannotBeClosed() throws InterruptedException {
    Channel<Integer> nil = Channel.nil();
    Goroutine sender = go(() -> nil.send(1));
    Goroutine receiver = go(() -> nil.receive());
    untilBlocked(sender, receiver);
    assertThat(nil.trySend(1)).isFalse();
    assertThat(nil.trySend(1, SHORT)).isFalse();
    assertThat(nil.tryReceive()).isNull();
    assertThat(nil.tryReceive(SHORT)).isNull();
    assertThat(nil.capacity()).isZero();
    assertThat(nil.size()).isZero();
    assertThatThrownBy(nil::close)
        .isInstanceOf(NullPointerException.class)
        .hasMessage("close of nil channel");
    assertThat(sender.snapshot().reason()).isEqualTo("chan send (nil chan)");
    assertThat(receiver.snapshot().reason()).isEqualTo("chan receive (nil chan)");
    sender.interrupt();
    receiver.interrupt();
    sender.join();
    receiver.join();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1, 3})
  void nullIsNoValue(int capacity) {
    Channel<Integer> ch = capacity < 0 ? Channel.nil() : Channel.make(capacity);
    assertThatThrownBy(() -> ch.send(null)).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> ch.trySend(null)).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> ch.trySend(null, SHORT)).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> Select.send(ch, null)).isInstanceOf(NullPointerException.class);
    assertThat(ch.size()).isZero();
  }

  @Test
  void capacityIsWhatWasAskedFor() {
    assertThat(Channel.make().capacity()).isZero();
    assertThat(Channel.make(5).capacity()).isEqualTo(5);
    assertThatThrownBy(() -> Channel.make(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Throwable caught(GoBody body) {
    try {
      body.run();
      return null;
    } catch (Throwable e) {
      return e;
    }
  }
}
