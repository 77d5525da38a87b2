package dev.chanvet.runtime;

import static dev.chanvet.runtime.Go.go;
import static dev.chanvet.runtime.Select.receive;
import static dev.chanvet.runtime.Select.select;
import static dev.chanvet.runtime.Select.send;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chanvet.runtime.junit.LeakCheckExtension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Thousands of goroutines on a few channels of all flavors for a while; in the end the sums agree.
 */
@ExtendWith(LeakCheckExtension.class)
@Timeout(600)
class SoakTest {

  @Test
  void forASecond() {
    soak(Duration.ofSeconds(1), 1_000);
  }

  @Test
  @Tag("long")
  void forAMinute() {
    soak(Duration.ofMinutes(1), 5_000);
  }

  private static void soak(Duration duration, int goroutines) {
    LongAdder sent = new LongAdder();
    LongAdder got = new LongAdder();
    Go.run(() -> {
      List<Channel<Integer>> channels =
          List.of(Channel.make(), Channel.make(1), Channel.make(16), Channel.make(1_000));
      Context time = Context.withTimeout(Context.background(), duration);
      WaitGroup senders = new WaitGroup();
      WaitGroup receivers = new WaitGroup();
      for (int i = 0; i < goroutines; i++) {
        SplittableRandom random = new SplittableRandom(i);
        senders.go(() -> sending(channels, time, random, sent));
        receivers.go(() -> receiving(channels, random.split(), got));
      }
      go(
          "closer",
          () -> {
            senders.await();
            channels.forEach(Channel::close);
          });
      receivers.await();
      time.close();
    });
    assertThat(sent.sum()).isPositive().isEqualTo(got.sum());
  }

  private static void sending(
      List<Channel<Integer>> channels, Context time, SplittableRandom random, LongAdder sent)
      throws InterruptedException {
    while (!time.isCancelled()) {
      Channel<Integer> one = channels.get(random.nextInt(channels.size()));
      Channel<Integer> two = channels.get(random.nextInt(channels.size()));
      int value = random.nextInt(100);
      switch (random.nextInt(3)) {
        case 0 -> {
          one.send(value);
          sent.add(value);
        }
        case 1 -> {
          if (one.trySend(value, Duration.ofMillis(1))) {
            sent.add(value);
          }
        }
        default ->
            select(
                send(one, value).then(() -> sent.add(value)),
                send(two, value).then(() -> sent.add(value)),
                receive(time.done()));
      }
    }
  }

  private static void receiving(
      List<Channel<Integer>> channels, SplittableRandom random, LongAdder got)
      throws InterruptedException {
    List<ReceiveChannel<Integer>> open = new ArrayList<>(channels);
    while (!open.isEmpty()) {
      List<Arm<Taken>> arms = new ArrayList<>();
      open.forEach(ch -> arms.add(receive(ch).map(value -> new Taken(ch, value))));
      Taken taken = select(arms);
      if (taken.value() == null) {
        open.remove(taken.from());
      } else {
        got.add(taken.value());
      }
      Integer more = open.isEmpty() ? null : open.get(random.nextInt(open.size())).tryReceive();
      if (more != null) {
        got.add(more);
      }
    }
  }

  private record Taken(ReceiveChannel<Integer> from, Integer value) {}
}
