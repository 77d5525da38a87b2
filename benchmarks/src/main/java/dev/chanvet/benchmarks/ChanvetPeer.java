package dev.chanvet.benchmarks;

import static dev.chanvet.runtime.Go.go;
import static dev.chanvet.runtime.Select.receive;
import static dev.chanvet.runtime.Select.select;

import dev.chanvet.runtime.Arm;
import dev.chanvet.runtime.Channel;
import dev.chanvet.runtime.Go;
import dev.chanvet.runtime.ReceiveChannel;
import dev.chanvet.runtime.SendChannel;
import dev.chanvet.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;

/** chanvet. */
@SuppressWarnings("NullAway") // the channels are open: what is received is a value
final class ChanvetPeer implements Peer {

  @Override
  public boolean run(Workload work) {
    Go.run(() -> {
      switch (work) {
        case S1, S2 -> integers(work);
        case S3, S4 -> strings(work);
        case PING_PONG -> pingPong(work);
        case SPSC_16, SPSC_100, SPSC_1000 -> manyToMany(work, 1, 1);
        case MPMC -> manyToMany(work, 4, 4);
        case FAN_IN -> manyToMany(work, 100, 1);
        case SELECT_2, SELECT_10 -> selecting(work);
        case SPAWN -> spawn(work);
      }
    });
    return true;
  }

  private static void flow(SendChannel<Integer> left, ReceiveChannel<Integer> right, int n)
      throws InterruptedException {
    for (int i = 0; i < n; i++) {
      left.send(1 + right.receive());
    }
  }

  private static void integers(Workload work) throws InterruptedException {
    Channel<Integer> last = Channel.make(work.capacity);
    Channel<Integer> right = last;
    for (int i = 0; i < work.goroutines; i++) {
      Channel<Integer> left = right;
      Channel<Integer> next = Channel.make(work.capacity);
      go(() -> flow(left, next, work.messages));
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

  private static void pass(SendChannel<String> left, ReceiveChannel<String> right, int n)
      throws InterruptedException {
    for (int i = 0; i < n; i++) {
      // chanvet:allow leaked-sender - a workload that fails ends the process
      left.send(right.receive());
    }
  }

  private static void strings(Workload work) throws InterruptedException {
    Channel<String> last = Channel.make(work.capacity);
    Channel<String> right = last;
    for (int i = 0; i < work.goroutines; i++) {
      Channel<String> left = right;
      Channel<String> next = Channel.make(work.capacity);
      go(() -> pass(left, next, work.messages));
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
    Channel<Integer> ping = Channel.make();
    Channel<Integer> pong = Channel.make();
    go(() -> {
      for (int value : ping) {
        pong.send(value);
      }
    });
    for (int i = 0; i < work.messages; i++) {
      ping.send(i);
      Workload.expect(i, pong.receive());
    }
    ping.close();
  }

  private static void manyToMany(Workload work, int senders, int receivers)
      throws InterruptedException {
    Channel<Integer> ch = Channel.make(work.capacity);
    Channel<Integer> counts = Channel.make(receivers);
    WaitGroup sending = new WaitGroup();
    int each = work.messages / senders;
    for (int s = 0; s < senders; s++) {
      sending.go(() -> {
        for (int i = 0; i < each; i++) {
          ch.send(i);
        }
      });
    }
    for (int r = 0; r < receivers; r++) {
      go(() -> {
        int count = 0;
        while (ch.receive() != null) {
          count++;
        }
        counts.send(count);
      });
    }
    sending.await();
    ch.close();
    int total = 0;
    for (int r = 0; r < receivers; r++) {
      total += counts.receive();
    }
    Workload.expect((long) each * senders, total);
  }

  private static void selecting(Workload work) throws InterruptedException {
    List<Arm<Integer>> arms = new ArrayList<>();
    int each = work.messages / work.goroutines;
    for (int g = 0; g < work.goroutines; g++) {
      Channel<Integer> ch = Channel.make();
      arms.add(receive(ch));
      go(() -> {
        for (int i = 0; i < each; i++) {
          ch.send(1);
        }
      });
    }
    long sum = 0;
    for (int i = 0; i < each * work.goroutines; i++) {
      sum += select(arms);
    }
    Workload.expect((long) each * work.goroutines, sum);
  }

  private static void spawn(Workload work) throws InterruptedException {
    WaitGroup all = new WaitGroup();
    for (int i = 0; i < work.goroutines; i++) {
      all.go(() -> {});
    }
    all.await();
  }
}
