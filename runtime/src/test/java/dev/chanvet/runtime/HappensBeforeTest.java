package dev.chanvet.runtime;

import static dev.chanvet.runtime.Go.go;
import static dev.chanvet.runtime.Select.otherwise;
import static dev.chanvet.runtime.Select.receive;
import static dev.chanvet.runtime.Select.select;
import static dev.chanvet.runtime.Select.send;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the memory model promises, seen through plain fields. A short form: the module {@code
 * stress} lets jcstress look for the same many times harder.
 */
@Timeout(120)
class HappensBeforeTest {
  private static final int TIMES = 20_000;

  /** An object with a plain field. */
  private static final class Box {
    int content;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 100})
  void aSendHappensBeforeItsReceive(int capacity) throws InterruptedException {
    Channel<Box> ch = Channel.make(capacity);
    go(() -> {
      for (int i = 1; i <= TIMES; i++) {
        Box box = new Box();
        box.content = i;
        ch.send(box);
      }
    });
    for (int i = 1; i <= TIMES; i++) {
      assertThat(ch.receive().content).isEqualTo(i);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  void aReceiveHappensBeforeTheSendThatUsesItsRoom(int capacity) throws InterruptedException {
    Channel<Integer> ch = Channel.make(capacity);
    int[] written = new int[TIMES];
    AtomicLong wrong = new AtomicLong();
    Goroutine sender =
        go(() -> {
          for (int k = 0; k < TIMES; k++) {
            ch.send(k);
            // The (k - capacity)-th receive has begun, so what was written before it is seen.
            if (k >= capacity && written[k - capacity] == 0) {
              wrong.incrementAndGet();
            }
          }
        });
    for (int k = 0; k < TIMES; k++) {
      written[k] = 1;
      ch.receive();
    }
    sender.join();
    assertThat(wrong).hasValue(0);
  }

  @Test
  void aCloseHappensBeforeTheEndThatItMakes() throws InterruptedException {
    for (int i = 0; i < TIMES / 10; i++) {
      Channel<Integer> ch = Channel.make();
      Box box = new Box();
      go(() -> {
        box.content = 1;
        ch.close();
      });
      assertThat(ch.receive()).isNull();
      assertThat(box.content).isEqualTo(1);
    }
  }

  @Test
  void selectsPublishAsSendsAndReceivesDo() throws InterruptedException {
    Channel<Box> a = Channel.make();
    Channel<Box> b = Channel.make(2);
    go(() -> {
      for (int i = 1; i <= TIMES; i++) {
        Box box = new Box();
        box.content = i;
        select(send(a, box), send(b, box));
      }
    });
    long sum = 0;
    for (int i = 1; i <= TIMES; i++) {
      sum += i % 2 == 0 ? Select.<Box>select(receive(a), receive(b)).content : polled(a, b).content;
    }
    assertThat(sum).isEqualTo((long) TIMES * (TIMES + 1) / 2);
  }

  private static Box polled(Channel<Box> a, Channel<Box> b) throws InterruptedException {
    Box box = null;
    while (box == null) {
      box = Select.<Box>select(receive(a), receive(b), otherwise().map(none -> null));
      if (box == null) {
        Thread.yield();
      }
    }
    return box;
  }
}
