package dev.chanvet.runtime;

import static dev.chanvet.runtime.Go.go;
import static dev.chanvet.runtime.Select.otherwise;
import static dev.chanvet.runtime.Select.receive;
import static dev.chanvet.runtime.Select.select;
import static dev.chanvet.runtime.Select.send;
import static dev.chanvet.runtime.Select.timeout;
import static dev.chanvet.runtime.Waiting.untilBlocked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chanvet.runtime.junit.LeakCheckExtension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(LeakCheckExtension.class)
class SelectTest {

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 20})
  void readyArmsAreEquallyLikely(int ready) throws InterruptedException {
    int rounds = 4000 * ready;
    List<Channel<Integer>> channels = new ArrayList<>();
    List<Arm<Integer>> arms = new ArrayList<>();
    int[] chosen = new int[ready];
    for (int i = 0; i < ready; i++) {
      int mine = i;
      Channel<Integer> ch = Channel.make(rounds);
      for (int k = 0; k < rounds; k++) {
        ch.send(k);
      }
      channels.add(ch);
      arms.add(receive(ch).map(v -> mine));
      arms.add(receive(Channel.<Integer>make()));
      arms.add(receive((Channel<Integer>) null));
    }
    for (int i = 0; i < rounds; i++) {
      chosen[select(arms)]++;
    }
    double chiSquare = 0;
    double expected = (double) rounds / ready;
    for (int count : chosen) {
      chiSquare += (count - expected) * (count - expected) / expected;
    }
    // Mean ready-1, variance 2(ready-1): 6 standard deviations above it comes once in far more than
    // a million runs.
    assertThat(chiSquare).isLessThan(ready - 1 + 6 * Math.sqrt(2.0 * (ready - 1)) + 8);
  }

  @Test
  void armsGiveTheirValues() throws InterruptedException {
    Channel<Integer> in = Channel.make(1);
    Channel<String> out = Channel.make(1);
    in.send(4);
    int doubled = select(receive(in).map(v -> 2 * v));
    assertThat(doubled).isEqualTo(8);
    String sent = select(send(out, "x").map(v -> "sent"));
    assertThat(sent).isEqualTo("sent");
    assertThat(out.receive()).isEqualTo("x");
    in.close();
    assertThat(Select.<Object>select(receive(in))).isNull();
    StringBuilder log = new StringBuilder();
    select(receive(in).then(v -> log.append("got ").append(v)));
    select(send(out, "y").then(() -> log.append(" sent")));
    select(receive(Channel.<Integer>make()), otherwise().then(() -> log.append(" idle")));
    assertThat(log).hasToString("got null sent idle");
  }

  @Test
  void handlersMayBlockAndBeInterrupted() throws InterruptedException {
    Channel<Integer> a = Channel.make(1);
    Channel<Integer> b = Channel.make(1);
    a.send(1);
    select(receive(a).then(v -> b.send(v + 1)));
    assertThat(b.receive()).isEqualTo(2);
  }

  @Test
  void anArmThatLostHasNoEffect() throws InterruptedException {
    Channel<Integer> never = Channel.make();
    Channel<Integer> room = Channel.make(1);
    Channel<Integer> ready = Channel.make();
    for (int i = 0; i < 1000; i++) {
      Goroutine selecting = go(() -> select(receive(never), receive(ready)));
      if (i % 10 == 0) {
        untilBlocked(selecting);
      }
      ready.send(i);
      selecting.join();
      assertThat(never.trySend(0)).as("nobody waits any more").isFalse();
    }
    room.send(1);
    assertThat(
            Select.<Object>select(
                send(room, 2), receive(Channel.nil()), otherwise().map(v -> "full")))
        .isEqualTo("full");
    assertThat(room.size()).isEqualTo(1);
  }

  @Test
  void nilAndNullArmsAreNeverReady() throws InterruptedException {
    assertThat(
            select(
                receive((Channel<String>) null),
                send(null, 1),
                receive(Channel.nil()),
                otherwise().map(v -> 5)))
        .isEqualTo(5);
    Goroutine nothing = go(() -> select());
    Goroutine nils = go(() -> select(receive(null), receive(Channel.nil())));
    untilBlocked(nothing, nils);
    assertThat(nothing.snapshot().reason()).isEqualTo("select (no cases)");
    assertThat(nils.snapshot().reason()).isEqualTo("select (no cases)");
    nothing.interrupt();
    nils.interrupt();
  }

  @Test
  void theShortestTimeoutCounts() throws InterruptedException {
    long start = System.nanoTime();
    String which =
        select(
            timeout(Duration.ofMinutes(1)).map(v -> "long"),
            timeout(Duration.ofMillis(20)).map(v -> "short"),
            receive(Channel.<String>make()));
    assertThat(which).isEqualTo("short");
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(20_000_000);
    assertThat(
            Select.<Object>select(receive(Channel.make()), timeout(Duration.ZERO).map(v -> "now")))
        .isEqualTo("now");
    Channel<String> ch = Channel.make(1);
    ch.send("ready");
    assertThat(Select.<Object>select(receive(ch), timeout(Duration.ofMinutes(1)).map(v -> "late")))
        .isEqualTo("ready");
  }

  @Test
  void otherwiseOnlyOnce() {
    assertThatThrownBy(() -> select(otherwise(), otherwise()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void sendArmOnClosedPanics(int capacity) throws InterruptedException {
    Channel<Integer> ch = Channel.make(capacity);
    ch.close();
    assertThatThrownBy(() -> select(send(ch, 1), otherwise()))
        .isInstanceOf(ChannelClosedException.class);
    Channel<Integer> later = Channel.make();
    AtomicInteger panics = new AtomicInteger();
    Goroutine waiting =
        go(() -> {
          try {
            select(send(later, 1), receive(Channel.make()));
          } catch (ChannelClosedException e) {
            panics.incrementAndGet();
          }
        });
    untilBlocked(waiting);
    later.close();
    waiting.join();
    assertThat(panics).hasValue(1);
  }

  @Test
  void oneChannelInSeveralArms() throws InterruptedException {
    Channel<Integer> ch = Channel.make();
    Goroutine both = go(() -> select(receive(ch), send(ch, 1), receive(ch)));
    untilBlocked(both);
    assertThat(both.state()).as("it does not meet itself").isEqualTo(GoroutineState.BLOCKED);
    Goroutine other = go(() -> select(receive(ch), send(ch, 2)));
    both.join();
    other.join();
    assertThat(ch.tryReceive()).isNull();
    assertThat(ch.trySend(3)).isFalse();
  }

  @Test
  void oppositeOrdersNeverDeadlock() throws InterruptedException {
    Channel<Integer> a = Channel.make();
    Channel<Integer> b = Channel.make();
    AtomicInteger sent = new AtomicInteger();
    AtomicInteger got = new AtomicInteger();
    WaitGroup all = new WaitGroup();
    int n = 20_000;
    for (int g = 0; g < 2; g++) {
      all.go(() -> {
        for (int i = 0; i < n; i++) {
          select(send(a, i).then(sent::incrementAndGet), send(b, i).then(sent::incrementAndGet));
        }
      });
      all.go(() -> {
        for (int i = 0; i < n; i++) {
          select(
              receive(b).then(v -> got.incrementAndGet()),
              receive(a).then(v -> got.incrementAndGet()));
        }
      });
    }
    all.await();
    assertThat(sent).hasValue(2 * n);
    assertThat(got).hasValue(2 * n);
  }

  @Test
  void everyValueIsDeliveredExactlyOnce() throws InterruptedException {
    int senders = 4;
    int n = 5_000;
    List<Channel<Integer>> channels = List.of(Channel.make(), Channel.make(1), Channel.make(8));
    AtomicInteger[] seen = new AtomicInteger[senders * n];
    for (int i = 0; i < seen.length; i++) {
      seen[i] = new AtomicInteger();
    }
    WaitGroup sending = new WaitGroup();
    for (int s = 0; s < senders; s++) {
      int base = s * n;
      sending.go(() -> {
        for (int i = 0; i < n; i++) {
          int value = base + i;
          select(channels.stream().map(ch -> send(ch, value)).toList());
        }
      });
    }
    WaitGroup receiving = new WaitGroup();
    Channel<Signal> stop = Channel.make();
    for (int r = 0; r < 3; r++) {
      receiving.go(() -> {
        List<Arm<Integer>> arms = new ArrayList<>();
        channels.forEach(ch -> arms.add(receive(ch)));
        arms.add(receive(stop).map(v -> -1));
        for (int v = select(arms); v >= 0; v = select(arms)) {
          seen[v].incrementAndGet();
        }
      });
    }
    sending.await();
    Waiting.until(() -> channels.stream().allMatch(ch -> ch.size() == 0));
    stop.close();
    receiving.await();
    for (AtomicInteger count : seen) {
      assertThat(count.get()).isEqualTo(1);
    }
  }
}
