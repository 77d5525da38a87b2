package java.lang;

import dev.chanvet.model.Machine;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;

/**
 * A thread, which is a goroutine once started. Kept: start, end, joining, interrupts, what runs when
 * it dies of an exception. Lost: names, priorities, groups, daemons, how long a sleep is.
 */
public class Thread implements Runnable {
  private final Runnable task;
  private UncaughtExceptionHandler handler;

  /** The machine's goroutine; null until started. */
  private Object goroutine;

  public Thread() {
    this.task = null;
  }

  public Thread(Runnable task) {
    this.task = task;
  }

  public Thread(String name) {
    this.task = null;
  }

  public Thread(Runnable task, String name) {
    this.task = task;
  }

  public Thread(ThreadGroup group, Runnable task) {
    this.task = task;
  }

  public Thread(ThreadGroup group, Runnable task, String name) {
    this.task = task;
  }

  public Thread(ThreadGroup group, Runnable task, String name, long stackSize) {
    this.task = task;
  }

  public static Thread currentThread() {
    Object self = Machine.self();
    Thread current = Machine.attached(self);
    if (current == null) {
      current = new Thread();
      current.goroutine = self;
      Machine.attach(self, current);
    }
    return current;
  }

  public static Thread startVirtualThread(Runnable task) {
    Thread thread = new Thread(task);
    thread.start();
    return thread;
  }

  public static Builder ofVirtual() {
    return new Builder();
  }

  public static Builder ofPlatform() {
    return new Builder();
  }

  public void start() {
    if (goroutine != null) {
      throw new IllegalThreadStateException();
    }
    goroutine = Machine.spawn(this::live);
    Machine.attach(goroutine, this);
  }

  private void live() {
    if (handler == null) {
      run();
      return;
    }
    try {
      run();
    } catch (Throwable e) {
      handler.uncaughtException(this, e);
    }
  }

  public void run() {
    if (task != null) {
      task.run();
    }
  }

  public final void join() throws InterruptedException {
    if (goroutine != null) {
      Machine.join(goroutine);
    }
  }

  public final void join(long milliseconds) throws InterruptedException {
    if (Machine.isKnown(milliseconds) && milliseconds == 0) {
      join();
    } else if (goroutine != null) {
      Machine.timedJoin(goroutine);
    }
  }

  public final boolean join(Duration timeout) throws InterruptedException {
    if (goroutine == null) {
      throw new IllegalThreadStateException();
    }
    return Machine.timedJoin(goroutine);
  }

  public void interrupt() {
    if (goroutine != null) {
      Machine.interrupt(goroutine);
    }
  }

  public boolean isInterrupted() {
    if (goroutine != Machine.self()) {
      return Machine.unknown();
    }
    if (Machine.interrupted()) {
      Machine.interrupt(goroutine);
      return true;
    }
    return false;
  }

  public static boolean interrupted() {
    return Machine.interrupted();
  }

  public final boolean isAlive() {
    try {
      return goroutine != null && !Machine.timedJoin(goroutine);
    } catch (InterruptedException e) {
      Machine.interrupt(Machine.self());
      return true;
    }
  }

  public static void sleep(long milliseconds) throws InterruptedException {
    if (Machine.interrupted()) {
      throw new InterruptedException();
    }
  }

  public static void sleep(long milliseconds, int nanoseconds) throws InterruptedException {
    sleep(milliseconds);
  }

  public static void sleep(Duration duration) throws InterruptedException {
    sleep(0);
  }

  public static void yield() {}

  public static void onSpinWait() {}

  public final void setDaemon(boolean daemon) {}

  public final void setName(String name) {}

  public final String getName() {
    return Machine.unknown();
  }

  public long threadId() {
    return Machine.unknown();
  }

  public final void setPriority(int priority) {}

  public void setUncaughtExceptionHandler(UncaughtExceptionHandler handler) {
    this.handler = handler;
  }

  /** Called with the exception that ended a thread. */
  public interface UncaughtExceptionHandler {
    void uncaughtException(Thread thread, Throwable exception);
  }

  /** Makes threads; one class for platform and virtual ones. */
  public static final class Builder {
    private UncaughtExceptionHandler handler;

    public Builder name(String name) {
      return this;
    }

    public Builder name(String prefix, long start) {
      return this;
    }

    public Builder daemon() {
      return this;
    }

    public Builder daemon(boolean on) {
      return this;
    }

    public Builder group(ThreadGroup group) {
      return this;
    }

    public Builder priority(int priority) {
      return this;
    }

    public Builder inheritInheritableThreadLocals(boolean inherit) {
      return this;
    }

    public Builder uncaughtExceptionHandler(UncaughtExceptionHandler handler) {
      this.handler = handler;
      return this;
    }

    public Thread unstarted(Runnable task) {
      Thread thread = new Thread(task);
      thread.handler = handler;
      return thread;
    }

    public Thread start(Runnable task) {
      Thread thread = unstarted(task);
      thread.start();
      return thread;
    }

    public ThreadFactory factory() {
      return this::unstarted;
    }
  }
}
