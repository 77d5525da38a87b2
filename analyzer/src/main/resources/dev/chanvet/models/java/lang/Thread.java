package java.lang;

import dev.chanvet.model.Machine;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;

/**
 * A thread, which is a goroutine once started. Kept: start, end, joining, interrupts, what runs
 * when it dies of an exception, which are daemons. Lost: names, priorities, groups, how long a sleep
 * is.
 */
public class Thread implements Runnable {
  private final Runnable task;

  /** Holds the machine's goroutine once started. */
  private final Object started = Machine.sequence();

  /** Holds the handlers of exceptions that were set; the last one counts. */
  private final Object handlers = Machine.sequence();

  /** Not empty if the program need not wait for its end. */
  private final Object daemon = Machine.sequence();

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
      Machine.append(current.started, self);
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
    if (isStarted()) {
      throw new IllegalThreadStateException();
    }
    Machine.append(started, null);
    Object goroutine =
        Machine.length(daemon) > 0 ? Machine.spawn(this::liveOn) : Machine.spawn(this::live);
    Machine.put(started, 0, goroutine);
  }

  private boolean isStarted() {
    return Machine.length(started) > 0;
  }

  private Object goroutine() {
    return Machine.at(started, 0);
  }

  /** What a daemon does: that it waits for work to the end of the program is normal. */
  private void liveOn() {
    live();
  }

  private void live() {
    Machine.attach(Machine.self(), this);
    if (Machine.length(handlers) == 0) {
      run();
      return;
    }
    try {
      run();
    } catch (Throwable e) {
      UncaughtExceptionHandler handler = Machine.at(handlers, Machine.length(handlers) - 1);
      handler.uncaughtException(this, e);
    }
  }

  public void run() {
    if (task != null) {
      task.run();
    }
  }

  public final void join() throws InterruptedException {
    if (isStarted()) {
      Machine.join(goroutine());
    }
  }

  public final void join(long milliseconds) throws InterruptedException {
    if (Machine.isKnown(milliseconds) && milliseconds == 0) {
      join();
    } else if (isStarted()) {
      Machine.timedJoin(goroutine());
    }
  }

  public final boolean join(Duration timeout) throws InterruptedException {
    if (!isStarted()) {
      throw new IllegalThreadStateException();
    }
    return Machine.timedJoin(goroutine());
  }

  public void interrupt() {
    if (isStarted()) {
      Machine.interrupt(goroutine());
    }
  }

  public boolean isInterrupted() {
    if (!isStarted() || goroutine() != Machine.self()) {
      return Machine.unknown();
    }
    if (Machine.interrupted()) {
      Machine.interrupt(goroutine());
      return true;
    }
    return false;
  }

  public static boolean interrupted() {
    return Machine.interrupted();
  }

  public final boolean isAlive() {
    try {
      return isStarted() && !Machine.timedJoin(goroutine());
    } catch (InterruptedException e) {
      Machine.interrupt(Machine.self());
      return true;
    }
  }

  public static void sleep(long milliseconds) throws InterruptedException {
    Machine.pause();
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

  public static void yield() {
    Machine.pause();
  }

  public static void onSpinWait() {
    Machine.pause();
  }

  public static boolean holdsLock(Object object) {
    return Machine.holdsLock(object);
  }

  public final void setDaemon(boolean on) {
    if (on) {
      Machine.append(daemon, null);
    }
  }

  public final void setName(String name) {}

  public final String getName() {
    return Machine.unknown();
  }

  public long threadId() {
    return Machine.unknown();
  }

  public final void setPriority(int priority) {}

  public void setUncaughtExceptionHandler(UncaughtExceptionHandler handler) {
    Machine.append(handlers, handler);
  }

  /** Called with the exception that ended a thread. */
  public interface UncaughtExceptionHandler {
    void uncaughtException(Thread thread, Throwable exception);
  }

  /** Makes threads; one class for platform and virtual ones. */
  public static final class Builder {
    private UncaughtExceptionHandler handler;
    private boolean daemon;

    public Builder name(String name) {
      return this;
    }

    public Builder name(String prefix, long start) {
      return this;
    }

    public Builder daemon() {
      return daemon(true);
    }

    public Builder daemon(boolean on) {
      this.daemon = on;
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
      thread.setDaemon(daemon);
      if (handler != null) {
        Machine.append(thread.handlers, handler);
      }
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
