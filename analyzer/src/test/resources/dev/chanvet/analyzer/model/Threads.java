import dev.chanvet.runtime.Channel;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class Threads {
  static class Worker extends Thread {
    private final Channel<Integer> out;

    Worker(Channel<Integer> out) {
      this.out = out;
    }

    @Override
    public void run() {
      out.trySend(1);
    }
  }

  @Test
  void aSubclassRuns() throws Exception {
    Channel<Integer> out = Channel.make(1);
    Worker worker = new Worker(out);
    worker.start();
    worker.join();
    if (out.size() == 1) {
      Channel.nil().close(); // reached
    } else {
      Channel.nil().close();
    }
  }

  @Test
  void aThreadThatIsNotStartedDoesNothing() throws Exception {
    Channel<Integer> out = Channel.make();
    Thread thread = new Thread(() -> out.trySend(1), "sender");
    thread.setDaemon(true);
    thread.join();
    out.receive(); // stuck
  }

  @Test
  void aThreadStartsOnce() {
    Thread thread = Thread.ofPlatform().name("one").unstarted(() -> {});
    thread.start();
    try {
      thread.start();
    } catch (IllegalThreadStateException e) {
      Channel.nil().close(); // reached
    }
  }

  @Test
  void anInterruptEndsAWait() {
    Thread waiting =
        Thread.ofVirtual()
            .start(() -> {
              try {
                Channel.make().receive();
              } catch (InterruptedException e) {
                Channel.nil().close(); // reached
              }
            });
    waiting.interrupt();
  }

  @Test
  void anInterruptEndsALoopOfSleeps() {
    Thread sleeping =
        Thread.startVirtualThread(() -> {
          while (!Thread.currentThread().isInterrupted()) {
            try {
              Thread.sleep(1000);
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }
          Channel.nil().close(); // reached
        });
    sleeping.interrupt();
  }

  @Test
  void aLoopOfSleepsForEverStopsNobodyElse() throws Exception {
    Thread.startVirtualThread(() -> {
      try {
        while (true) {
          TimeUnit.SECONDS.sleep(1);
        }
      } catch (InterruptedException e) {
        Channel.nil().close();
      }
    });
    Channel.make().receive(); // stuck
  }

  @Test
  void theHandlerSeesTheException() {
    Thread thread =
        new Thread(() -> {
          throw new IllegalStateException();
        });
    thread.setUncaughtExceptionHandler((t, e) -> Channel.nil().close()); // reached
    thread.start();
  }

  @Test
  void theCurrentThreadIsTheOneThatWasStarted() throws Exception {
    Channel<Thread> seen = Channel.make(1);
    Thread thread = new Thread(() -> seen.trySend(Thread.currentThread()));
    thread.start();
    if (seen.receive() == thread) {
      Channel.nil().close(); // reached
    } else {
      Channel.nil().close();
    }
  }

  @Test
  void aThreadLocalIsOnesOwn() throws Exception {
    ThreadLocal<Integer> local = ThreadLocal.withInitial(() -> 1);
    local.set(2);
    Channel<Integer> seen = Channel.make();
    Thread.startVirtualThread(() -> {
      try {
        seen.send(local.get());
      } catch (InterruptedException e) {
        Channel.nil().close();
      }
    });
    if (seen.receive() == 1 && local.get() == 2) {
      Channel.nil().close(); // reached
    } else {
      Channel.nil().close();
    }
  }

  @Test
  void aTimerFires() throws Exception {
    Channel<Integer> fired = Channel.make(1);
    new Timer()
        .schedule(
            new TimerTask() {
              @Override
              public void run() {
                fired.trySend(1);
              }
            },
            100);
    fired.receive();
    Channel.nil().close(); // reached
  }

  @Test
  void aPeriodicTaskComesAgain() throws Exception {
    Channel<Integer> ticks = Channel.make(1);
    var pool = Executors.newSingleThreadScheduledExecutor();
    pool.scheduleAtFixedRate(() -> ticks.trySend(1), 1, 1, TimeUnit.SECONDS);
    ticks.receive();
    ticks.receive();
    ticks.receive();
    Channel.nil().close(); // reached
  }

  @Test
  void aCancelledTaskComesNoMore() throws Exception {
    Channel<Integer> ticks = Channel.make();
    var pool = Executors.newScheduledThreadPool(1);
    var task = pool.scheduleWithFixedDelay(() -> ticks.trySend(1), 1, 1, TimeUnit.SECONDS);
    task.cancel(false);
    ticks.receive(); // stuck
  }

  @Test
  void theProgramEndsHere() throws Exception {
    System.exit(1);
    Channel.make().receive();
  }
}
