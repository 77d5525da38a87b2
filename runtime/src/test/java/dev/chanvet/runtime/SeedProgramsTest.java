package dev.chanvet.runtime;

import static dev.chanvet.runtime.Go.go;
import static dev.chanvet.runtime.Select.receive;
import static dev.chanvet.runtime.Select.select;
import static dev.chanvet.runtime.Select.timeout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The programs that everybody writes first in Go, written in Java. */
@Timeout(120)
class SeedProgramsTest {

  private static void flow(SendChannel<Integer> left, ReceiveChannel<Integer> right, int n)
      throws InterruptedException {
    for (int i = 0; i < n; i++) {
      left.send(1 + right.receive());
    }
  }

  @ParameterizedTest
  @CsvSource({"10000, 0, 1", "300, 100, 100", "200, 10, 1000"})
  void daisyChain(int goroutines, int capacity, int values) {
    Go.run(() -> {
      Channel<Integer> last = Channel.make(capacity);
      Channel<Integer> right = last;
      for (int i = 0; i < goroutines; i++) {
        Channel<Integer> left = right;
        Channel<Integer> next = Channel.make(capacity);
        go(() -> flow(left, next, values));
        right = next;
      }
      Channel<Integer> first = right;
      go(() -> {
        for (int i = 0; i < values; i++) {
          first.send(i);
        }
      });
      for (int i = 0; i < values; i++) {
        assertThat(last.receive()).isEqualTo(i + goroutines);
      }
    });
  }

  @Test
  void sumsOfHalves() {
    Go.run(() -> {
      Channel<Integer> ch = Channel.make();
      int[] s = {1, -4, -9, 20, 4, 9};
      go(() -> ch.send(Arrays.stream(s, 0, 3).sum()));
      go(() -> ch.send(Arrays.stream(s, 3, 6).sum()));
      assertThat(ch.receive() + ch.receive()).isEqualTo(21);
    });
  }

  @Test
  void fibonacciWithRange() {
    List<Integer> got = new ArrayList<>();
    Go.run(() -> {
      Channel<Integer> ch = Channel.make(10);
      go(() -> {
        int x = 1;
        int y = 1;
        for (int i = 0; i < ch.capacity(); i++) {
          ch.send(x);
          int sum = x + y;
          x = y;
          y = sum;
        }
        ch.close();
      });
      for (int v : ch) {
        got.add(v);
      }
    });
    assertThat(got).containsExactly(1, 1, 2, 3, 5, 8, 13, 21, 34, 55);
  }

  private static void counter(SendChannel<Integer> out) throws InterruptedException {
    for (int x = 0; x < 100; x++) {
      out.send(x);
    }
    out.close();
  }

  private static void squarer(SendChannel<Integer> out, ReceiveChannel<Integer> in)
      throws InterruptedException {
    for (int v : in) {
      out.send(v * v);
    }
    out.close();
  }

  @Test
  void squaresWithOneWayChannels() {
    List<Integer> printed = new ArrayList<>();
    Go.run(() -> {
      Channel<Integer> naturals = Channel.make();
      Channel<Integer> squares = Channel.make();
      go(() -> counter(naturals));
      go(() -> squarer(squares, naturals));
      for (int x : squares) {
        printed.add(x);
      }
    });
    assertThat(printed).hasSize(100).startsWith(0, 1, 4, 9).endsWith(99 * 99);
  }

  @Test
  void anEndlessPipelineEndsWithMain() {
    List<GoroutineSnapshot> left =
        Go.runAndReport(() -> {
          Channel<Integer> naturals = Channel.make();
          Channel<Integer> squares = Channel.make();
          go(() -> {
            for (int x = 0; ; x++) {
              naturals.send(x);
            }
          });
          go(() -> {
            while (true) {
              int x = naturals.receive();
              squares.send(x * x);
            }
          });
          for (int i = 0; i < 10; i++) {
            assertThat(squares.receive()).isEqualTo(i * i);
          }
        });
    assertThat(left).extracting(GoroutineSnapshot::id).containsExactly(2L, 3L);
    Waiting.until(() -> Go.goroutines().isEmpty());
  }

  @Test
  void mirroredQueryTakesTheQuickest() {
    Go.run(() -> {
      Channel<String> responses = Channel.make(3);
      WaitGroup all = new WaitGroup();
      all.go(() -> responses.send(request("asia", 60)));
      all.go(() -> responses.send(request("europe", 5)));
      all.go(() -> responses.send(request("americas", 40)));
      assertThat(responses.receive()).isEqualTo("europe");
      all.await();
    });
  }

  private static String request(String host, long millis) throws InterruptedException {
    Thread.sleep(millis);
    return host;
  }

  @Test
  void mirroredQueryWithoutBufferLeaksTheSlow() {
    List<GoroutineSnapshot> left =
        Go.runAndReport(() -> {
          Channel<String> responses = Channel.make();
          for (String host : List.of("asia", "europe", "americas")) {
            go(host, () -> responses.send(host));
          }
          responses.receive();
          Waiting.until(() -> blockedSenders() == 2);
        });
    assertThat(left).hasSize(2).allMatch(g -> g.reason().equals("chan send"));
  }

  private static long blockedSenders() {
    return Go.goroutines().stream().filter(g -> g.reason().equals("chan send")).count();
  }

  @Test
  void broadcastByClose() {
    ConcurrentLinkedQueue<Integer> running = new ConcurrentLinkedQueue<>();
    Go.run(() -> {
      Channel<Signal> ready = Channel.make();
      WaitGroup wg = new WaitGroup();
      for (int i = 0; i < 3; i++) {
        int id = i;
        wg.go(() -> {
          ready.receive();
          running.add(id);
        });
      }
      Thread.sleep(20);
      assertThat(running).isEmpty();
      ready.close();
      wg.await();
    });
    assertThat(running).containsExactlyInAnyOrder(0, 1, 2);
  }

  @Test
  void handOffBetweenTwo() {
    List<String> log = new ArrayList<>();
    Go.run(() -> {
      Channel<Boolean> a = Channel.make();
      Channel<Boolean> b = Channel.make();
      Channel<Signal> done = Channel.make();
      go(() -> {
        for (int i = 0; i < 10; i++) {
          a.receive();
          log.add("A" + i);
          b.send(true);
        }
      });
      go(() -> {
        for (int i = 0; i < 10; i++) {
          b.receive();
          log.add("B" + i);
          if (i < 9) {
            a.send(true);
          }
        }
        done.close();
      });
      a.send(true);
      done.receive();
    });
    assertThat(log).hasSize(20).startsWith("A0", "B0", "A1", "B1").endsWith("A9", "B9");
  }

  @Test
  void mergeWithNilDisabledArms() {
    List<Integer> got = new ArrayList<>();
    Go.run(() -> {
      Channel<Integer> one = Channel.make();
      Channel<Integer> two = Channel.make();
      go(() -> {
        for (int i = 0; i < 5; i++) {
          one.send(i);
        }
        one.close();
      });
      go(() -> {
        for (int i = 10; i < 13; i++) {
          two.send(i);
        }
        two.close();
      });
      ReceiveChannel<Integer> a = one;
      ReceiveChannel<Integer> b = two;
      while (a != null || b != null) {
        switch (select(receive(a).map(First::new), receive(b).map(Second::new))) {
          case First(Integer x) when x == null -> a = null;
          case First(Integer x) -> got.add(x);
          case Second(Integer x) when x == null -> b = null;
          case Second(Integer x) -> got.add(x);
        }
      }
    });
    assertThat(got).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 10, 11, 12);
  }

  private sealed interface Merged {}

  private record First(Integer value) implements Merged {}

  private record Second(Integer value) implements Merged {}

  @Test
  void timeoutOfACallThatTakesLong() {
    Go.run(() -> {
      Channel<Signal> done = Channel.make();
      go(() -> {
        Thread.sleep(2_000);
        done.close();
      });
      StringBuilder said = new StringBuilder();
      select(
          receive(done).then(() -> said.append("exec done.")),
          receive(Timers.after(Duration.ofMillis(30))).then(() -> said.append("timeout.")));
      select(
          receive(done).then(() -> said.append("exec done.")),
          timeout(Duration.ofMillis(30)).then(() -> said.append("timeout.")));
      assertThat(said).hasToString("timeout.timeout.");
    });
  }

  @Test
  void semaphore() {
    Go.run(() -> {
      Channel<Signal> slots = Channel.make(3);
      AtomicInteger inside = new AtomicInteger();
      AtomicInteger most = new AtomicInteger();
      WaitGroup all = new WaitGroup();
      for (int i = 0; i < 30; i++) {
        all.go(() -> {
          slots.send(Signal.SIGNAL);
          most.accumulateAndGet(inside.incrementAndGet(), Math::max);
          Thread.sleep(1);
          inside.decrementAndGet();
          slots.receive();
        });
      }
      all.await();
      assertThat(most.get()).isBetween(1, 3);
    });
  }

  private static ReceiveChannel<Integer> ids() {
    Channel<Integer> id = Channel.make();
    go(() -> {
      for (int x = 0; ; x++) {
        id.send(x);
      }
    });
    return id;
  }

  @Test
  void idGenerator() {
    Go.run(() -> {
      ReceiveChannel<Integer> id = ids();
      assertThat(List.of(id.receive(), id.receive(), id.receive())).containsExactly(0, 1, 2);
    });
  }

  @Test
  void receivingFromAClosedBuffer() {
    Go.run(() -> {
      Channel<Integer> c = Channel.make(3);
      c.send(10);
      c.send(20);
      c.close();
      List<Integer> got = new ArrayList<>();
      for (int i = 0; i < c.capacity() + 1; i++) {
        got.add(c.receive());
      }
      assertThat(got).containsExactly(10, 20, null, null);
    });
  }

  @Test
  void leaksOfReceiversAndSenders() {
    List<GoroutineSnapshot> left =
        Go.runAndReport(() -> {
          Channel<Integer> c = Channel.make();
          for (int i = 0; i < 10; i++) {
            go(() -> c.receive());
          }
          Channel<Integer> d = Channel.make();
          for (int i = 0; i < 500; i++) {
            go(() -> d.send(1));
          }
          Waiting.until(() -> blockedSenders() == 500);
        });
    assertThat(left).hasSize(510);
  }

  @Test
  void deadlockOfASynchronousChannelInOneGoroutine() {
    assertThatThrownBy(() ->
            Go.run(() -> {
              Channel<Integer> data = Channel.make();
              data.send(100);
              data.receive();
            }))
        .isInstanceOf(DeadlockException.class)
        .hasMessageStartingWith(
            "all goroutines are asleep - deadlock!\n\ngoroutine 1 [chan send]:\n");
  }

  @Test
  void deadlockOfARangeThatNobodyCloses() {
    List<Integer> got = new ArrayList<>();
    assertThatThrownBy(() ->
            Go.run(() -> {
              Channel<Integer> ch = Channel.make();
              go(() -> {
                ch.send(1);
                ch.send(2);
              });
              for (int v : ch) {
                got.add(v);
              }
            }))
        .isInstanceOf(DeadlockException.class)
        .hasMessageContaining("goroutine 1 [chan receive]:");
    assertThat(got).containsExactly(1, 2);
  }
}
