package dev.chanvet.runtime;

import static dev.chanvet.runtime.Go.go;
import static dev.chanvet.runtime.Select.otherwise;
import static dev.chanvet.runtime.Select.receive;
import static dev.chanvet.runtime.Select.select;
import static dev.chanvet.runtime.Select.timeout;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What channels and goroutines keep. */
@Timeout(600)
class MemoryTest {
  private static final long MEGABYTE = 1 << 20;

  private static long used() {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 4; i++) {
      System.gc();
      LockSupport.parkNanos(20_000_000);
      Runtime runtime = Runtime.getRuntime();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }

  @Test
  void capacityCostsNothingUntilUsed() throws InterruptedException {
    int n = 100_000;
    List<Channel<Integer>> channels = new ArrayList<>(n);
    long before = used();
    for (int i = 0; i < n; i++) {
      Channel<Integer> ch = Channel.make(1_000);
      ch.send(1);
      channels.add(ch);
    }
    long taken = used() - before;
    assertThat(channels).hasSize(n);
    assertThat(taken).isLessThan(50 * MEGABYTE);
  }

  @Test
  void aBufferThatWasFullIsGivenBack() throws InterruptedException {
    Channel<Integer> ch = Channel.make(2_000_000);
    long before = used();
    for (int i = 0; i < 2_000_000; i++) {
      ch.send(1);
    }
    assertThat(used() - before).isGreaterThan(4 * MEGABYTE);
    for (int i = 0; i < 2_000_000; i++) {
      ch.receive();
    }
    assertThat(used() - before).isLessThan(MEGABYTE);
    assertThat(ch.capacity()).isEqualTo(2_000_000);
  }

  @Test
  void aBlockedGoroutineTakesLittleMoreThanItsThread() throws InterruptedException {
    int n = 20_000;
    plain(100);
    goroutines(100);
    long threads = plain(n);
    long goroutines = goroutines(n);
    assertThat((goroutines - threads) / n)
        .as("bytes beyond a parked virtual thread")
        .isLessThan(1_536);
  }

  private static long plain(int n) throws InterruptedException {
    long before = used();
    CountDownLatch started = new CountDownLatch(n);
    Object[] stop = new Object[1];
    Thread[] threads = new Thread[n];
    for (int i = 0; i < n; i++) {
      threads[i] =
          Thread.startVirtualThread(() -> {
            started.countDown();
            while (stop[0] == null && !Thread.interrupted()) {
              LockSupport.park();
            }
          });
    }
    started.await();
    long taken = used() - before;
    for (Thread thread : threads) {
      thread.interrupt();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return taken;
  }

  private static long goroutines(int n) throws InterruptedException {
    long before = used();
    Goroutine[] all = new Goroutine[n];
    Channel<Integer>[] channels = channels(n);
    for (int i = 0; i < n; i++) {
      Channel<Integer> ch = channels[i];
      all[i] = go(() -> ch.receive());
    }
    for (Goroutine goroutine : all) {
      Waiting.untilBlocked(goroutine);
    }
    long taken = used() - before;
    for (int i = 0; i < n; i++) {
      channels[i].close();
      all[i].join();
    }
    return taken;
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // an array of channels
  private static Channel<Integer>[] channels(int n) {
    Channel<Integer>[] channels = new Channel[n];
    for (int i = 0; i < n; i++) {
      channels[i] = Channel.make();
    }
    return channels;
  }

  @Test
  void selectsThatLoseLeaveNothing() throws InterruptedException {
    losingSelects(200_000, 2_000);
  }

  @Test
  @Tag("long")
  void tenMillionSelectsThatLoseLeaveNothing() throws InterruptedException {
    losingSelects(10_000_000, 20_000);
  }

  /**
   * Selects that are tried in vain, that wait for another arm, and that time out, all with the same
   * losing arms.
   */
  private static void losingSelects(int times, int timeouts) throws InterruptedException {
    Channel<Integer> never = Channel.make();
    Channel<Integer> neverBuffered = Channel.make(4);
    Channel<Integer> ticks = Channel.make();
    Goroutine sender =
        go(() -> {
          for (int i = 0; i < times / 2; i++) {
            ticks.send(i);
          }
        });
    long before = used();
    for (int i = 0; i < times / 2; i++) {
      select(receive(never), receive(neverBuffered), otherwise());
      select(receive(never), receive(neverBuffered), receive(ticks));
    }
    for (int i = 0; i < timeouts; i++) {
      select(receive(never), receive(neverBuffered), timeout(Duration.ofNanos(1_000)));
    }
    sender.join();
    assertThat(used() - before).isLessThan(4 * MEGABYTE);
    assertThat(never.trySend(1)).as("nobody waits any more").isFalse();
  }
}
