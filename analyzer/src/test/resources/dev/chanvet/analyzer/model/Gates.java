import dev.chanvet.runtime.Channel;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Exchanger;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class Gates {
  @Test
  void aLatchOpensAtZero() throws Exception {
    CountDownLatch latch = new CountDownLatch(2);
    for (int i = 0; i < 2; i++) {
      Thread.startVirtualThread(latch::countDown);
    }
    latch.await();
    Channel.nil().close(); // reached
  }

  @Test
  void aLatchStaysShutAboveZero() throws Exception {
    CountDownLatch latch = new CountDownLatch(2);
    Thread.startVirtualThread(latch::countDown);
    latch.await(); // stuck
  }

  @Test
  void aTimedWaitForALatchEnds() throws Exception {
    CountDownLatch latch = new CountDownLatch(1);
    if (latch.await(1, TimeUnit.SECONDS)) {
      Channel.nil().close();
    } else {
      Channel.nil().close(); // reached
    }
  }

  @Test
  void permitsComeBack() throws Exception {
    Semaphore permits = new Semaphore(1);
    permits.acquire();
    Thread.startVirtualThread(permits::release);
    permits.acquire();
    Channel.nil().close(); // reached
  }

  @Test
  void aPermitIsNotReentrant() throws Exception {
    Semaphore permits = new Semaphore(1);
    permits.acquire();
    if (!permits.tryAcquire()) {
      permits.acquireUninterruptibly(); // stuck
    }
  }

  @Test
  void allOfABarrierGoOn() throws Exception {
    Channel<Integer> met = Channel.make(2);
    CyclicBarrier barrier = new CyclicBarrier(2, () -> met.trySend(1));
    for (int i = 0; i < 2; i++) {
      Thread.startVirtualThread(() -> pass(barrier));
      barrier.await();
    }
    if (met.size() == 2) {
      Channel.nil().close(); // reached
    } else {
      Channel.nil().close();
    }
  }

  @Test
  void aBarrierWaitsForAll() throws Exception {
    CyclicBarrier barrier = new CyclicBarrier(3);
    Thread.startVirtualThread(() -> pass(barrier));
    barrier.await(); // stuck
  }

  static void pass(CyclicBarrier barrier) {
    try {
      barrier.await(); // stuck
    } catch (InterruptedException | BrokenBarrierException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aTimeoutBreaksABarrier() throws Exception {
    CyclicBarrier barrier = new CyclicBarrier(2);
    try {
      barrier.await(1, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      try {
        barrier.await();
      } catch (BrokenBarrierException broken) {
        Channel.nil().close(); // reached
      }
    }
  }

  @Test
  void partiesOfAPhaserComeAndGo() {
    Phaser phaser = new Phaser(1);
    phaser.register();
    Thread.startVirtualThread(phaser::arriveAndDeregister);
    phaser.arriveAndAwaitAdvance();
    if (phaser.getPhase() == 1 && phaser.getRegisteredParties() == 1) {
      Channel.nil().close(); // reached
    } else {
      Channel.nil().close();
    }
  }

  @Test
  void aPhaserWaitsForAll() {
    Phaser phaser = new Phaser(2);
    phaser.arriveAndAwaitAdvance(); // stuck
  }

  @Test
  void twoExchange() throws Exception {
    Exchanger<Integer> exchanger = new Exchanger<>();
    Thread.startVirtualThread(() -> {
      try {
        exchanger.exchange(1);
      } catch (InterruptedException e) {
        Channel.nil().close();
      }
    });
    if (exchanger.exchange(2) == 1) {
      Channel.nil().close(); // reached
    } else {
      Channel.nil().close();
    }
  }

  @Test
  void oneExchangesWithNobody() throws Exception {
    new Exchanger<Integer>().exchange(1); // stuck
  }
}
