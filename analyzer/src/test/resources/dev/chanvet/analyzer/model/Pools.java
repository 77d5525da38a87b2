import dev.chanvet.runtime.Channel;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class Pools {
  @Test
  void aTaskThatWaitsForAnotherOfASingleThread() throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    CountDownLatch latch = new CountDownLatch(1);
    pool.execute(() -> {
      try {
        latch.await(); // stuck
      } catch (InterruptedException e) {
        Channel.nil().close();
      }
    });
    pool.execute(latch::countDown);
    pool.close(); // stuck
  }

  @Test
  void twoThreadsRunBoth() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    CountDownLatch latch = new CountDownLatch(1);
    pool.submit(() -> {
      latch.await();
      return 1;
    });
    pool.submit(latch::countDown);
    pool.close();
    Channel.nil().close(); // reached
  }

  @Test
  void aFutureHasItsResult() throws Exception {
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Integer> future = pool.submit(() -> 41 + 1);
      if (future.get() == 42) {
        Channel.nil().close(); // reached
      } else {
        Channel.nil().close();
      }
    }
  }

  @Test
  void afterShutdownNothingIsAccepted() {
    ExecutorService pool = Executors.newCachedThreadPool();
    pool.shutdown();
    try {
      pool.execute(() -> {});
      Channel.nil().close();
    } catch (RejectedExecutionException e) {
      Channel.nil().close(); // reached
    }
  }

  @Test
  void shutdownNowInterrupts() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(1);
    pool.execute(() -> {
      try {
        Channel.make().receive();
      } catch (InterruptedException e) {
        Channel.nil().close(); // reached
      }
    });
    pool.shutdownNow();
    if (pool.awaitTermination(1, TimeUnit.SECONDS)) {
      Channel.nil().close(); // reached
    } else {
      Channel.nil().close(); // reached
    }
  }

  @Test
  void whoeverWaitsForDaysWaitsForTheEnd() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService pool = Executors.newFixedThreadPool(1);
    pool.execute(() -> done.set(true));
    pool.shutdown();
    pool.awaitTermination(1, TimeUnit.DAYS);
    if (!done.get()) {
      Channel.nil().close();
    }
  }
}
