package dev.chanvet.runtime;

import static dev.chanvet.runtime.Go.go;
import static dev.chanvet.runtime.Select.otherwise;
import static dev.chanvet.runtime.Select.receive;
import static dev.chanvet.runtime.Select.select;
import static dev.chanvet.runtime.Select.send;
import static dev.chanvet.runtime.Select.timeout;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chanvet.runtime.junit.LeakCheckExtension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Go's own tests of channels and select demand, on every flavor. */
@ExtendWith(LeakCheckExtension.class)
@Timeout(120)
class GoChannelTest {

  @Test
  void thePrimeSieve() throws InterruptedException {
    List<Goroutine> all = new ArrayList<>();
    Channel<Integer> numbers = Channel.make();
    all.add(
        go(() -> {
          for (int i = 2; ; i++) {
            numbers.send(i);
          }
        }));
    ReceiveChannel<Integer> in = numbers;
    List<Integer> primes = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      int prime = in.receive();
      primes.add(prime);
      ReceiveChannel<Integer> from = in;
      Channel<Integer> out = Channel.make();
      all.add(
          go(() -> {
            while (true) {
              int n = from.receive();
              if (n % prime != 0) {
                out.send(n);
              }
            }
          }));
      in = out;
    }
    assertThat(primes).startsWith(2, 3, 5, 7, 11).endsWith(523, 541);
    all.forEach(Goroutine::interrupt);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 10, 200})
  void manyConsumersSeeEachValueOnce(int capacity) throws InterruptedException {
    int workers = 23;
    int values = 20_000;
    Channel<Integer> work = Channel.make(capacity);
    Channel<Integer> results = Channel.make(capacity);
    WaitGroup all = new WaitGroup();
    for (int w = 0; w < workers; w++) {
      all.go(() -> {
        for (int value : work) {
          if (value % 97 == 0) {
            Thread.yield();
          }
          results.send(value);
        }
      });
    }
    go(() -> {
      for (int i = 1; i <= values; i++) {
        work.send(i);
      }
      work.close();
      all.await();
      results.close();
    });
    long sum = 0;
    int count = 0;
    for (int value : results) {
      sum += value;
      count++;
    }
    assertThat(count).isEqualTo(values);
    assertThat(sum).isEqualTo((long) values * (values + 1) / 2);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5})
  void aNonBlockingReceiveSeesTheValueOfASelectThatSends(int capacity) throws InterruptedException {
    for (int i = 0; i < 3_000; i++) {
      Channel<Integer> ch = Channel.make(capacity);
      Channel<Integer> other = Channel.make(1);
      Goroutine sender = go(() -> select(send(ch, 1), receive(other)));
      Integer got = ch.tryReceive();
      if (got == null) {
        other.send(2);
        sender.join();
        int left = (ch.tryReceive() == null ? 0 : 1) + (other.tryReceive() == null ? 0 : 1);
        assertThat(left).as("sent and left the other, or took the other").isIn(0, 2);
      }
      sender.join();
    }
  }

  @Test
  void aSelectWithOtherwiseNeverMissesOneOfTwoThatIsAlwaysReady() throws InterruptedException {
    for (int i = 0; i < 5_000; i++) {
      Channel<Integer> one = Channel.make(1);
      Channel<Integer> two = Channel.make(1);
      one.send(1);
      Goroutine mover =
          go(() -> {
            // At each moment at least one of the two is ready.
            two.send(1);
            one.tryReceive();
          });
      boolean missed =
          Select.<Boolean>select(
              receive(one).map(v -> false),
              receive(two).map(v -> false),
              otherwise().map(v -> true));
      mover.join();
      if (missed) {
        // Only a receive before the send on two and one after the receive from one can have missed
        // both.
        assertThat(one.size() + two.size()).isEqualTo(1);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 10})
  void aSelectMeetsOthersOnItsOwnChannel(int capacity) throws InterruptedException {
    Channel<Integer> ch = Channel.make(capacity);
    int n = 5_000;
    Map<Integer, AtomicInteger> own = new ConcurrentHashMap<>();
    WaitGroup all = new WaitGroup();
    for (int p = 0; p < 2; p++) {
      int me = p;
      all.go(() -> {
        for (int i = 0; i < n; i++) {
          if (me == 0 || i % 2 == 0) {
            select(
                send(ch, me),
                receive(ch)
                    .then(v -> own.computeIfAbsent(v, k -> new AtomicInteger()).incrementAndGet()),
                timeout(Duration.ofSeconds(5)));
          } else {
            select(
                receive(ch)
                    .then(v -> own.computeIfAbsent(v, k -> new AtomicInteger()).incrementAndGet()),
                send(ch, me),
                otherwise());
          }
        }
      });
      if (capacity == 0) {
        go(() -> {}).join();
      }
    }
    go(() -> {
      // Whoever is last must not wait alone.
      while (ch.capacity() == 0 && ch.tryReceive(Duration.ofMillis(50)) != null) {
        Thread.onSpinWait();
      }
    });
    all.await();
    while (ch.tryReceive() != null) {
      Thread.onSpinWait();
    }
  }

  @Test
  void stressOfSelectsOverFourFlavors() throws InterruptedException {
    int n = 5_000;
    List<Channel<Integer>> channels =
        List.of(Channel.make(), Channel.make(), Channel.make(2), Channel.make(3));
    WaitGroup all = new WaitGroup();
    for (Channel<Integer> ch : channels) {
      all.go(() -> {
        for (int i = 0; i < n; i++) {
          ch.send(i);
        }
      });
      all.go(() -> {
        for (int i = 0; i < n; i++) {
          ch.receive();
        }
      });
    }
    all.go(() -> each(channels, n, true));
    all.go(() -> each(channels, n, false));
    all.await();
    assertThat(channels).allMatch(ch -> ch.size() == 0 && !ch.trySend(1) || ch.capacity() > 0);
  }

  /** Sends or receives n values on each channel by selects whose exhausted arms are disabled. */
  private static void each(List<Channel<Integer>> channels, int n, boolean sends)
      throws InterruptedException {
    Map<Integer, Integer> left = new HashMap<>();
    for (int i = 0; i < channels.size(); i++) {
      left.put(i, n);
    }
    while (!left.isEmpty()) {
      List<Arm<Integer>> arms = new ArrayList<>();
      for (int i : left.keySet()) {
        arms.add(
            sends ? send(channels.get(i), 7).map(v -> i) : receive(channels.get(i)).map(v -> i));
      }
      left.computeIfPresent(select(arms), (k, v) -> v == 1 ? null : v - 1);
    }
  }

  @Test
  void aChannelTravelsThroughAChannel() throws InterruptedException {
    Channel<Channel<Integer>> requests = Channel.make();
    Goroutine server =
        go(() -> {
          for (Channel<Integer> reply : requests) {
            reply.send(reply.capacity());
          }
        });
    for (int i = 0; i < 3; i++) {
      Channel<Integer> reply = Channel.make(i);
      requests.send(reply);
      assertThat(reply.receive()).isEqualTo(i);
    }
    requests.close();
    server.join();
  }

  @Test
  void bothSidesOfARaceToCloseSeeIt() throws InterruptedException {
    for (int i = 0; i < 3_000; i++) {
      Channel<Integer> ch = Channel.make(i % 3);
      AtomicInteger panics = new AtomicInteger();
      Goroutine sender =
          go(() -> {
            try {
              while (true) {
                ch.send(1);
              }
            } catch (ChannelClosedException e) {
              panics.incrementAndGet();
            }
          });
      Goroutine receiver =
          go(() -> {
            while (ch.receive() != null) {
              Thread.onSpinWait();
            }
          });
      if (i % 2 == 0) {
        Thread.yield();
      }
      ch.close();
      sender.join();
      receiver.join();
      assertThat(panics).hasValue(1);
    }
  }
}
