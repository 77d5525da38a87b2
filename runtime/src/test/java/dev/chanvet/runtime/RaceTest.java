package dev.chanvet.runtime;

import static dev.chanvet.runtime.Go.go;
import static dev.chanvet.runtime.Select.receive;
import static dev.chanvet.runtime.Select.select;
import static dev.chanvet.runtime.Select.send;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Select, close and interrupt at the same time, many times: every value that was sent is received
 * once or still buffered, and what was not sent is received never.
 */
@Timeout(600)
class RaceTest {

  @Test
  void tenThousandRaces() throws InterruptedException {
    races(10_000, 1);
  }

  @Test
  @Tag("long")
  void aMillionRaces() throws InterruptedException {
    races(1_000_000, 2);
  }

  private static void races(int rounds, long seed) throws InterruptedException {
    Random random = new Random(seed);
    for (int round = 0; round < rounds; round++) {
      race(random, "seed " + seed + " round " + round);
    }
  }

  private static void race(Random random, String what) throws InterruptedException {
    Channel<Integer> a = Channel.make(random.nextInt(3));
    Channel<Integer> b = Channel.make(random.nextInt(2));
    int senders = 1 + random.nextInt(2);
    int receivers = 1 + random.nextInt(2);
    AtomicInteger[] sent = new AtomicInteger[senders];
    AtomicInteger[] got = new AtomicInteger[senders];
    Goroutine[] all = new Goroutine[senders + receivers];
    for (int s = 0; s < senders; s++) {
      int me = s;
      sent[s] = new AtomicInteger();
      got[s] = new AtomicInteger();
      boolean selects = random.nextBoolean();
      all[s] =
          go(() -> {
            try {
              for (int i = 0; i < 3; i++) {
                if (selects) {
                  select(send(a, me), send(b, me));
                } else {
                  a.send(me);
                }
                sent[me].incrementAndGet();
              }
            } catch (ChannelClosedException e) {
              // the race that was lost to close; nothing was sent
            }
          });
    }
    for (int r = 0; r < receivers; r++) {
      boolean selects = random.nextBoolean();
      all[senders + r] =
          go(() -> {
            for (int i = 0; i < 4; i++) {
              Integer value =
                  selects ? Select.<Integer>select(receive(b), receive(a)) : a.receive();
              if (value != null) {
                got[value].incrementAndGet();
              }
            }
          });
    }
    for (int k = random.nextInt(4); k > 0; k--) {
      all[random.nextInt(all.length)].interrupt();
    }
    if (random.nextBoolean()) {
      a.close();
    }
    for (Goroutine goroutine : all) {
      goroutine.interrupt();
    }
    for (Goroutine goroutine : all) {
      goroutine.join();
    }
    drain(a, got);
    drain(b, got);
    for (int s = 0; s < senders; s++) {
      assertThat(got[s].get()).as(what).isEqualTo(sent[s].get());
    }
  }

  private static void drain(Channel<Integer> ch, AtomicInteger[] got) {
    for (Integer value = ch.tryReceive(); value != null; value = ch.tryReceive()) {
      got[value].incrementAndGet();
    }
  }
}
