package dev.chanvet.runtime.internal;

import dev.chanvet.runtime.GoBody;
import dev.chanvet.runtime.Goroutine;
import dev.chanvet.runtime.GoroutineSnapshot;
import dev.chanvet.runtime.GoroutineState;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * A goroutine and its virtual thread.
 *
 * <p>It is the uncaught-exception handler of its own thread. That is how {@link #currentOrNull}
 * finds it: two loads, where a thread local would cost each goroutine a map.
 */
public final class RunningGoroutine
    implements Goroutine, Runnable, Thread.UncaughtExceptionHandler {
  private static final ThreadFactory THREADS = Thread.ofVirtual().factory();

  private static final AtomicReferenceFieldUpdater<RunningGoroutine, Latch> ENDING =
      AtomicReferenceFieldUpdater.newUpdater(RunningGoroutine.class, Latch.class, "ending");

  private static final AtomicReferenceFieldUpdater<RunningGoroutine, Parking> SLEEP =
      AtomicReferenceFieldUpdater.newUpdater(RunningGoroutine.class, Parking.class, "sleep");

  final Scope scope;
  private final long id;
  private final @Nullable String name;
  private final long parentId;
  private final Class<?> bodyClass;
  private @Nullable GoBody body;
  private final Thread thread;

  /**
   * What it sleeps in, or slept in if that is {@link #parking}, or null; written by itself, read by
   * the deadlock detector and the dump.
   */
  volatile @Nullable Parking sleep;

  /**
   * The sleep that the observer of this goroutine saw last, its turn, and when it saw it first; see
   * {@link Observation}.
   */
  @Nullable Parking observedSleep;

  int observedTurn;
  long observedSince;

  /** What it waits in at a channel, again and again; made the first time. */
  @Nullable Parking parking;

  /** Whether it waits for a {@code Go.run} of its own. */
  private volatile boolean watching;

  /** Links of the scope's list, guarded by its lock. */
  @Nullable RunningGoroutine previous;

  @Nullable RunningGoroutine next;

  /** Not null while it is out of that list; guarded by its lock as well. */
  Unreachable.@Nullable Withdrawal withdrawal;

  private volatile boolean ended;
  private volatile @Nullable Latch ending;

  private RunningGoroutine(
      Scope scope, @Nullable String name, GoBody body, Class<?> bodyClass, long parentId) {
    this.scope = scope;
    this.id = scope.nextId();
    this.name = name;
    this.body = body;
    this.bodyClass = bodyClass;
    this.parentId = parentId;
    this.thread = THREADS.newThread(this);
    thread.setName(name == null ? "goroutine " + id : name);
    thread.setUncaughtExceptionHandler(this);
  }

  /**
   * Starts a goroutine in the scope of the current one, or outside of any; {@code bodyClass} is who
   * is to blame for it.
   */
  public static RunningGoroutine start(@Nullable String name, GoBody body, Class<?> bodyClass) {
    RunningGoroutine parent = currentOrNull();
    Scope scope = parent == null ? Scope.outside() : parent.scope;
    return start(scope, name, body, bodyClass, parent == null ? 0 : parent.id);
  }

  static RunningGoroutine start(
      Scope scope, @Nullable String name, GoBody body, Class<?> bodyClass, long parentId) {
    CreationSites.note(bodyClass);
    RunningGoroutine goroutine = new RunningGoroutine(scope, name, body, bodyClass, parentId);
    Priming.starting(goroutine.id);
    scope.add(goroutine);
    try {
      goroutine.thread.start();
    } catch (Throwable e) {
      scope.remove(goroutine);
      throw e;
    }
    if (Counting.ON) {
      Counting.STARTED.increment();
    }
    if (scope.isOver()) {
      goroutine.thread.interrupt();
    }
    scope.pace.started(goroutine.id);
    return goroutine;
  }

  /** Returns the goroutine that runs this, or null if this thread is none. */
  @SuppressWarnings("ReferenceEquality") // this very thread
  public static @Nullable RunningGoroutine currentOrNull() {
    Thread current = Thread.currentThread();
    return current.isVirtual()
            && current.getUncaughtExceptionHandler() instanceof RunningGoroutine goroutine
            && goroutine.thread == current // else somebody has passed the handler on
        ? goroutine
        : null;
  }

  @Override
  public void run() {
    scope.pace.begins(id);
    GoBody work = body;
    body = null;
    try {
      if (work != null) {
        work.run();
      }
    } catch (Throwable e) {
      scope.failed(this, e);
    } finally {
      end();
    }
  }

  private void end() {
    if (Counting.ON) {
      Counting.ENDED.increment();
    }
    ended = true;
    scope.remove(this);
    Latch latch = ending;
    if (latch != null) {
      latch.add(-1);
    }
    scope.ended(this);
  }

  @Override
  public void uncaughtException(Thread failed, Throwable e) {
    scope.failed(this, e);
  }

  @Override
  public long id() {
    return id;
  }

  @Override
  public String name() {
    return name == null ? "goroutine " + id : name;
  }

  @Override
  public GoroutineState state() {
    if (ended) {
      return GoroutineState.ENDED;
    }
    Parking asleep = sleep;
    return asleep != null && asleep.isWaiting() ? GoroutineState.BLOCKED : GoroutineState.RUNNING;
  }

  @Override
  public void join() throws InterruptedException {
    Latch latch = latch();
    if (latch != null) {
      latch.await(WaitReason.JOIN);
    }
  }

  @Override
  public boolean join(Duration timeout) throws InterruptedException {
    long deadline = Deadline.after(timeout);
    Latch latch = latch();
    return latch == null || latch.awaitUntil(WaitReason.JOIN, deadline);
  }

  void setSleep(Parking parking) {
    SLEEP.lazySet(this, parking);
  }

  void clearSleep() {
    SLEEP.lazySet(this, null);
  }

  /** Returns the latch that opens when it ends, or null if it has ended. */
  private @Nullable Latch latch() {
    if (ended) {
      return null;
    }
    Latch latch = ending;
    if (latch == null) {
      latch = new Latch(1);
      if (!ENDING.compareAndSet(this, null, latch)) {
        latch = ending;
      }
    }
    return ended ? null : latch;
  }

  @Override
  public void interrupt() {
    thread.interrupt();
  }

  @Override
  public Thread thread() {
    return thread;
  }

  @Override
  public @Nullable StackTraceElement createdBy() {
    return CreationSites.of(bodyClass);
  }

  @Override
  public long parentId() {
    return parentId;
  }

  @Override
  public GoroutineSnapshot snapshot() {
    return Observation.snapshot(this);
  }

  @Nullable String givenName() {
    return name;
  }

  boolean isEnded() {
    return ended;
  }

  boolean isWatching() {
    return watching;
  }

  void setWatching(boolean watching) {
    this.watching = watching;
  }

  @Override
  public String toString() {
    return name == null ? "goroutine " + id : "goroutine " + id + " \"" + name + "\"";
  }
}
