package dev.chanvet.runtime.internal;

import dev.chanvet.runtime.ChannelInterruptedException;
import dev.chanvet.runtime.GoroutineException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The goroutines of one {@link dev.chanvet.runtime.Go#run}, or those started outside of any. They
 * hang in lists, one of a few by id, so that many processors can start and end goroutines at once.
 * Those that were started one after the other are in the same list, so that whoever starts some and
 * whoever ends others rarely work on the same one.
 */
public final class Scope {
  private static final int LISTS = 16;

  /** How many goroutines in a row come into the same list. */
  private static final int ROW = 64;

  private static final long OBSERVE_EVERY = 20_000_000_000L;
  private static final Set<Scope> LIVE = ConcurrentHashMap.newKeySet();

  /** How fast goroutines are started. */
  final Pace pace = new Pace();

  private final GoroutineList[] lists = new GoroutineList[LISTS];
  private final AtomicLong ids;
  private final @Nullable Thread caller;
  private final AtomicReference<@Nullable Failure> failure = new AtomicReference<>();
  private volatile @Nullable RunningGoroutine main;
  private volatile boolean over;

  /** What a goroutine did not catch. */
  record Failure(RunningGoroutine goroutine, Throwable cause) {}

  private Scope(@Nullable Thread caller) {
    this.caller = caller;
    this.ids = new AtomicLong(caller == null ? 2 : 1);
    for (int i = 0; i < LISTS; i++) {
      lists[i] = new GoroutineList();
    }
  }

  /** Opens the scope of a run that the current thread waits for. */
  static Scope open() {
    Scope scope = new Scope(Thread.currentThread());
    LIVE.add(scope);
    return scope;
  }

  /** Returns the scope of goroutines that nobody watches and no dump shows. */
  static Scope hidden() {
    return new Scope(null);
  }

  /** Returns the scope of the goroutines started outside of any run. */
  static Scope outside() {
    return Outside.SCOPE;
  }

  /**
   * Made with the first such goroutine; nobody watches over them, so the clock notes their sleeps.
   */
  private static final class Outside {
    static final Scope SCOPE = new Scope(null);

    static {
      LIVE.add(SCOPE);
      Clock.every(OBSERVE_EVERY, Observation::observeAll);
    }
  }

  /** Returns the scopes that may have goroutines. */
  static Set<Scope> live() {
    return LIVE;
  }

  long nextId() {
    return ids.getAndIncrement();
  }

  void add(RunningGoroutine goroutine) {
    listOf(goroutine).add(goroutine);
  }

  void remove(RunningGoroutine goroutine) {
    listOf(goroutine).remove(goroutine);
  }

  private GoroutineList listOf(RunningGoroutine goroutine) {
    return lists[(int) (goroutine.id() / ROW % LISTS)];
  }

  /** See {@link Unreachable}; returns false if {@code goroutine} has ended. */
  boolean withdraw(RunningGoroutine goroutine, Unreachable.Withdrawal withdrawal) {
    return listOf(goroutine).withdraw(goroutine, withdrawal);
  }

  /** Puts back what was withdrawn. */
  void putBack(RunningGoroutine goroutine) {
    listOf(goroutine).putBack(goroutine);
  }

  /** Returns its goroutines, in the order of their ids. */
  public List<RunningGoroutine> goroutines() {
    List<RunningGoroutine> all = new ArrayList<>();
    synchronized (Observation.LOCK) {
      for (GoroutineList list : lists) {
        list.copyTo(all);
      }
    }
    all.sort(Comparator.comparingLong(RunningGoroutine::id));
    return all;
  }

  /** Whether all goroutines pass {@code test}; stops at the first that does not. */
  boolean all(Predicate<RunningGoroutine> test) {
    for (GoroutineList list : lists) {
      if (!list.all(test)) {
        return false;
      }
    }
    return true;
  }

  /** Notes that {@code goroutine} did not catch {@code cause}. */
  void failed(RunningGoroutine goroutine, Throwable cause) {
    if (obeysInterrupt(cause)) {
      return;
    }
    if (caller == null) {
      report(goroutine, cause);
    } else if (!over && failure.compareAndSet(null, new Failure(goroutine, cause))) {
      LockSupport.unpark(caller);
    }
  }

  private static boolean obeysInterrupt(Throwable cause) {
    return cause instanceof InterruptedException || cause instanceof ChannelInterruptedException;
  }

  private static void report(RunningGoroutine goroutine, Throwable cause) {
    Thread.UncaughtExceptionHandler handler = Thread.getDefaultUncaughtExceptionHandler();
    if (handler != null) {
      handler.uncaughtException(goroutine.thread(), cause);
    } else {
      new GoroutineException(goroutine, cause).printStackTrace();
    }
  }

  /** Notes that {@code goroutine} has ended. */
  void ended(RunningGoroutine goroutine) {
    if (caller != null && goroutine.id() == 1) {
      LockSupport.unpark(caller);
    }
  }

  /** Notes the first goroutine. */
  void setMain(RunningGoroutine main) {
    this.main = main;
  }

  /**
   * Whether the caller of the run is about to go on: there is no main yet or any more, or something
   * failed.
   */
  boolean callerMoves() {
    RunningGoroutine first = main;
    return caller != null && (first == null || first.isEnded() || failure.get() != null);
  }

  @Nullable Failure failure() {
    return failure.get();
  }

  boolean isOver() {
    return over;
  }

  /**
   * Ends the scope: from now on its goroutines are interrupted and what they throw is of no
   * interest.
   */
  void end() {
    over = true;
    for (RunningGoroutine goroutine : goroutines()) {
      goroutine.interrupt();
    }
  }

  /** Forgets the scope, if nothing of it is left. */
  void close() {
    LIVE.remove(this);
  }
}
