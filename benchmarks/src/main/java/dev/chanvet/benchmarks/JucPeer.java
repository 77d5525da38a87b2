package dev.chanvet.benchmarks;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;

/**
 * Virtual threads with SynchronousQueue for an unbuffered channel and ArrayBlockingQueue for a
 * buffered one.
 */
final class JucPeer implements Peer {
  private static final Object END = new Object();

  @Override
  public boolean run(Workload work) throws InterruptedException {
    Thread main = Thread.startVirtualThread(() -> unchecked(() -> start(work)));
    main.join();
    return work != Workload.SELECT_2 && work != Workload.SELECT_10;
  }

  private static void start(Workload work) throws InterruptedException {
    switch (work) {
      case S1, S2 -> integers(work);
      case S3, S4 -> strings(work);
      case PING_PONG -> pingPong(work);
      case SPSC_16, SPSC_100, SPSC_1000 -> manyToMany(work, 1, 1);
      case MPMC -> manyToMany(work, 4, 4);
      case FAN_IN -> manyToMany(work, 100, 1);
      case SPAWN -> spawn(work);
      case SELECT_2, SELECT_10 -> {}
    }
  }

  private interface Body {
    void run() throws InterruptedException;
  }

  private static void unchecked(Body body) {
    try {
      body.run();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void go(Body body) {
    Thread.startVirtualThread(() -> unchecked(body));
  }

  private static <T> BlockingQueue<T> queue(int capacity) {
    return capacity == 0 ? new SynchronousQueue<>() : new ArrayBlockingQueue<>(capacity);
  }

  private static void integers(Workload work) throws InterruptedException {
    BlockingQueue<Integer> last = queue(work.capacity);
    BlockingQueue<Integer> right = last;
    for (int i = 0; i < work.goroutines; i++) {
      BlockingQueue<Integer> left = right;
      BlockingQueue<Integer> next = queue(work.capacity);
      go(() -> {
        for (int k = 0; k < work.messages; k++) {
          left.put(1 + next.take());
        }
      });
      right = next;
    }
    for (int i = 0; i < work.messages; i++) {
      // chanvet:allow circular-wait, self-deadlock - no workload sends more than the chain has room for
      right.put(0);
    }
    for (int i = 0; i < work.messages; i++) {
      Workload.expect(work.goroutines, last.take());
    }
  }

  private static void strings(Workload work) throws InterruptedException {
    BlockingQueue<String> last = queue(work.capacity);
    BlockingQueue<String> right = last;
    for (int i = 0; i < work.goroutines; i++) {
      BlockingQueue<String> left = right;
      BlockingQueue<String> next = queue(work.capacity);
      go(() -> {
        for (int k = 0; k < work.messages; k++) {
          // chanvet:allow unguarded-peer - a workload that fails ends the process
          left.put(next.take());
        }
      });
      right = next;
    }
    for (int i = 0; i < work.messages; i++) {
      // chanvet:allow circular-wait, self-deadlock - no workload sends more than the chain has room for
      right.put(Workload.text(i));
    }
    for (int i = 0; i < work.messages; i++) {
      Workload.expect(44, last.take().length());
    }
  }

  private static void pingPong(Workload work) throws InterruptedException {
    BlockingQueue<Integer> ping = queue(0);
    BlockingQueue<Integer> pong = queue(0);
    go(() -> {
      for (int i = 0; i < work.messages; i++) {
        pong.put(ping.take());
      }
    });
    for (int i = 0; i < work.messages; i++) {
      ping.put(i);
      Workload.expect(i, pong.take());
    }
  }

  private static void manyToMany(Workload work, int senders, int receivers)
      throws InterruptedException {
    BlockingQueue<Object> queue = queue(work.capacity);
    BlockingQueue<Integer> counts = queue(receivers);
    CountDownLatch sending = new CountDownLatch(senders);
    int each = work.messages / senders;
    for (int s = 0; s < senders; s++) {
      go(() -> {
        for (int i = 0; i < each; i++) {
          queue.put(i);
        }
        sending.countDown();
      });
    }
    for (int r = 0; r < receivers; r++) {
      go(() -> {
        int count = 0;
        while (queue.take() != END) {
          count++;
        }
        counts.put(count);
      });
    }
    sending.await();
    int total = 0;
    for (int r = 0; r < receivers; r++) {
      queue.put(END);
    }
    for (int r = 0; r < receivers; r++) {
      total += counts.take();
    }
    Workload.expect((long) each * senders, total);
  }

  private static void spawn(Workload work) throws InterruptedException {
    CountDownLatch all = new CountDownLatch(work.goroutines);
    for (int i = 0; i < work.goroutines; i++) {
      go(all::countDown);
    }
    all.await();
  }
}
