package dev.chanvet.runtime;

import static dev.chanvet.runtime.Go.go;
import static dev.chanvet.runtime.Waiting.untilBlocked;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chanvet.runtime.junit.LeakCheckExtension;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values and sleepers come out in the order in which they went in. */
@ExtendWith(LeakCheckExtension.class)
class ChannelOrderTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 7, 64, 1000})
  void valuesKeepTheirOrder(int capacity) throws InterruptedException {
    Channel<Integer> ch = Channel.make(capacity);
    int n = 20_000;
    Goroutine sender =
        go(() -> {
          for (int i = 0; i < n; i++) {
            ch.send(i);
          }
          ch.close();
        });
    int expected = 0;
    for (int value : ch) {
      assertThat(value).isEqualTo(expected++);
    }
    assertThat(expected).isEqualTo(n);
    sender.join();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void blockedSendersAreServedFirstComeFirstServed(int capacity) throws InterruptedException {
    Channel<Integer> ch = Channel.make(capacity);
    for (int i = 0; i < capacity + 20; i++) {
      int value = i;
      Goroutine sender = go(() -> ch.send(value));
      if (i < capacity) {
        sender.join();
      } else {
        untilBlocked(sender);
      }
    }
    for (int i = 0; i < capacity + 20; i++) {
      assertThat(ch.receive()).isEqualTo(i);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void blockedReceiversAreServedFirstComeFirstServed(int capacity) throws InterruptedException {
    Channel<Integer> ch = Channel.make(capacity);
    List<String> got = Collections.synchronizedList(new ArrayList<>());
    for (int i = 0; i < 20; i++) {
      int receiver = i;
      Goroutine goroutine = go(() -> got.add(receiver + " got " + ch.receive()));
      untilBlocked(goroutine);
    }
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      expected.add(i + " got " + i);
      ch.send(i);
    }
    Waiting.until(() -> got.size() == 20);
    assertThat(got).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void oneWhoGivesUpInTheMiddleLeavesTheOthersInOrder() throws InterruptedException {
    Channel<Integer> ch = Channel.make();
    List<Goroutine> senders = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      int value = i;
      senders.add(go(() -> ch.send(value)));
      untilBlocked(senders.get(i));
    }
    for (int i : new int[] {2, 0, 4}) {
      senders.get(i).interrupt();
      senders.get(i).join();
    }
    assertThat(ch.receive()).isEqualTo(1);
    assertThat(ch.receive()).isEqualTo(3);
    assertThat(ch.tryReceive()).isNull();
  }

  @Test
  void aRingThatGrewAndWasGivenBackStillWorks() throws InterruptedException {
    Channel<Integer> ch = Channel.make(5000);
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < 100; i++) {
        ch.send(-i);
      }
      for (int i = 0; i < 100; i++) {
        assertThat(ch.receive()).isEqualTo(-i);
        ch.send(i);
      }
      for (int i = 100; i < 5000; i++) {
        ch.send(i);
      }
      assertThat(ch.trySend(0)).isFalse();
      assertThat(ch.size()).isEqualTo(5000);
      for (int i = 0; i < 5000; i++) {
        assertThat(ch.receive()).isEqualTo(i);
      }
      assertThat(ch.size()).isZero();
    }
  }
}
