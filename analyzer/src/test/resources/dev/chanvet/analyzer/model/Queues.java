import dev.chanvet.runtime.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class Queues {
  @Test
  void aFullQueueBlocks() throws Exception {
    BlockingQueue<Integer> queue = new ArrayBlockingQueue<>(2);
    queue.put(1);
    queue.put(2);
    queue.put(3); // stuck
  }

  @Test
  void anUnboundedQueueNeverDoes() throws Exception {
    BlockingQueue<Integer> queue = new LinkedBlockingQueue<>();
    for (int i = 0; i < 5; i++) {
      queue.put(i);
    }
    if (queue.size() == 5 && queue.take() == 0 && queue.peek() == 1) {
      Channel.nil().close(); // reached
    } else {
      Channel.nil().close();
    }
  }

  @Test
  void anEmptyQueueBlocks() throws Exception {
    new LinkedBlockingQueue<Integer>().take(); // stuck
  }

  @Test
  void offersAreRefusedWhenFull() throws Exception {
    BlockingQueue<Integer> queue = new ArrayBlockingQueue<>(1);
    if (queue.offer(1) && !queue.offer(2) && !queue.offer(3, 1, TimeUnit.SECONDS)) {
      Channel.nil().close(); // reached
    } else {
      Channel.nil().close();
    }
  }

  @Test
  void addThrowsWhenFull() {
    BlockingQueue<Integer> queue = new ArrayBlockingQueue<>(1);
    queue.add(1);
    try {
      queue.add(2);
    } catch (IllegalStateException e) {
      Channel.nil().close(); // reached
    }
  }

  @Test
  void aTimedPollMayComeTooEarly() throws Exception {
    BlockingQueue<Integer> queue = new LinkedBlockingQueue<>();
    Thread.startVirtualThread(() -> queue.offer(1));
    if (queue.poll(1, TimeUnit.SECONDS) == null) {
      Channel.nil().close(); // reached
    } else {
      Channel.nil().close(); // reached
    }
  }

  @Test
  void elementsAreLookedForAndRemoved() {
    BlockingQueue<Integer> queue = new LinkedBlockingQueue<>(List.of(1, 2, 3));
    if (queue.contains(2) && queue.remove(2) && !queue.contains(2) && queue.size() == 2) {
      List<Integer> rest = new ArrayList<>();
      queue.drainTo(rest);
      if (rest.get(0) == 1 && rest.get(1) == 3 && queue.isEmpty()) {
        Channel.nil().close(); // reached
      }
    }
  }

  @Test
  void aSynchronousQueueHandsOver() throws Exception {
    BlockingQueue<Integer> queue = new SynchronousQueue<>();
    if (queue.offer(1)) {
      Channel.nil().close();
    }
    Thread.startVirtualThread(() -> {
      try {
        queue.put(2);
      } catch (InterruptedException e) {
        Channel.nil().close();
      }
    });
    if (queue.take() == 2) {
      queue.put(3); // stuck
    }
  }

  @Test
  void aTransferWaitsForItsConsumer() throws Exception {
    LinkedTransferQueue<Integer> queue = new LinkedTransferQueue<>();
    queue.put(1);
    Thread.startVirtualThread(() -> {
      queue.poll();
      queue.poll();
    });
    queue.transfer(2); // stuck
  }

  @Test
  void aTransferIsDone() throws Exception {
    LinkedTransferQueue<Integer> queue = new LinkedTransferQueue<>();
    Thread.startVirtualThread(() -> {
      try {
        queue.take();
      } catch (InterruptedException e) {
        Channel.nil().close();
      }
    });
    queue.transfer(2);
    Channel.nil().close(); // reached
  }

  @Test
  void aDequeHasTwoEnds() throws Exception {
    LinkedBlockingDeque<Integer> deque = new LinkedBlockingDeque<>(2);
    deque.putFirst(1);
    deque.putFirst(2);
    if (deque.takeLast() == 1 && deque.takeLast() == 2) {
      deque.takeFirst(); // stuck
    } else {
      Channel.nil().close();
    }
  }

  @Test
  void aFullDequeBlocks() throws Exception {
    LinkedBlockingDeque<Integer> deque = new LinkedBlockingDeque<>(1);
    deque.add(1);
    deque.clear();
    deque.put(1);
    deque.putLast(2); // stuck
  }
}
