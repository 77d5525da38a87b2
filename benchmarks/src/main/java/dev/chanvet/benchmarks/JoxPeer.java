package dev.chanvet.benchmarks;

import com.softwaremill.jox.Channel;
import com.softwaremill.jox.Select;
import com.softwaremill.jox.SelectClause;
import java.util.concurrent.CountDownLatch;

/** Virtual threads with the channels of jox. */
final class JoxPeer implements Peer {
  private static final Object END = new Object();

  @Override
  public boolean run(Workload work) throws InterruptedException {
    Thread main = Thread.startVirtualThread(() -> unchecked(() -> start(work)));
    main.join();
    return true;
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
      case SELECT_2, SELECT_10 -> selecting(work);
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

  private static <T> Channel<T> queue(int capacity) {
    return capacity == 0 ? Channel.newRendezvousChannel() : Channel.newBufferedChannel(capacity);
  }

  private static void integers(Workload work) throws InterruptedException {
    Channel<Integer> last = queue(work.capacity);
    Channel<Integer> right = last;
    for (int i = 0; i < work.goroutines; i++) {
      Channel<Integer> left = right;
      Channel<Integer> next = queue(work.capacity);
      go(() -> {
        for (int k = 0; k < work.messages; k++) {
          left.send(1 + next.receive());
        }
      });
      right = next;
    }
    for (int i = 0; i < work.messages; i++) {
      // chanvet:allow circular-wait, self-deadlock - no workload sends more than the chain has room for
      right.send(0);
    }
    for (int i = 0; i < work.messages; i++) {
      Workload.expect(work.goroutines, last.receive());
    }
  }

  private static void strings(Workload work) throws InterruptedException {
    Channel<String> last = queue(work.capacity);
    Channel<String> right = last;
    for (int i = 0; i < work.goroutines; i++) {
      Channel<String> left = right;
      Channel<String> next = queue(work.capacity);
      go(() -> {
        for (int k = 0; k < work.messages; k++) {
          // chanvet:allow leaked-sender - a workload that fails ends the process
          left.send(next.receive());
        }
      });
      right = next;
    }
    for (int i = 0; i < work.messages; i++) {
      // chanvet:allow circular-wait, self-deadlock - no workload sends more than the chain has room for
      right.send(Workload.text(i));
    }
    for (int i = 0; i < work.messages; i++) {
      Workload.expect(44, last.receive().length());
    }
  }

  private static void pingPong(Workload work) throws InterruptedException {
    Channel<Integer> ping = queue(0);
    Channel<Integer> pong = queue(0);
    go(() -> {
      for (int i = 0; i < work.messages; i++) {
        pong.send(ping.receive());
      }
    });
    for (int i = 0; i < work.messages; i++) {
      ping.send(i);
      Workload.expect(i, pong.receive());
    }
  }

  private static void manyToMany(Workload work, int senders, int receivers)
      throws InterruptedException {
    Channel<Object> queue = queue(work.capacity);
    Channel<Integer> counts = queue(receivers);
    CountDownLatch sending = new CountDownLatch(senders);
    int each = work.messages / senders;
    for (int s = 0; s < senders; s++) {
      go(() -> {
        for (int i = 0; i < each; i++) {
          queue.send(i);
        }
        sending.countDown();
      });
    }
    for (int r = 0; r < receivers; r++) {
      go(() -> {
        int count = 0;
        while (queue.receive() != END) {
          count++;
        }
        counts.send(count);
      });
    }
    sending.await();
    int total = 0;
    for (int r = 0; r < receivers; r++) {
      queue.send(END);
    }
    for (int r = 0; r < receivers; r++) {
      total += counts.receive();
    }
    Workload.expect((long) each * senders, total);
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // an array of clauses
  private static void selecting(Workload work) throws InterruptedException {
    SelectClause<Integer>[] clauses = new SelectClause[work.goroutines];
    int each = work.messages / work.goroutines;
    for (int g = 0; g < work.goroutines; g++) {
      Channel<Integer> ch = queue(0);
      clauses[g] = ch.receiveClause();
      go(() -> {
        for (int i = 0; i < each; i++) {
          ch.send(1);
        }
      });
    }
    long sum = 0;
    for (int i = 0; i < each * work.goroutines; i++) {
      sum += Select.select(clauses);
    }
    Workload.expect((long) each * work.goroutines, sum);
  }

  private static void spawn(Workload work) throws InterruptedException {
    CountDownLatch all = new CountDownLatch(work.goroutines);
    for (int i = 0; i < work.goroutines; i++) {
      go(all::countDown);
    }
    all.await();
  }
}
