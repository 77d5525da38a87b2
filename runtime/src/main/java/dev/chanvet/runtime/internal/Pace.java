package dev.chanvet.runtime.internal;

/**
 * Keeps those who start goroutines from getting far ahead of those that begin. A carrier starts
 * goroutines faster than another runs them; without a limit hundreds of thousands would lie in the
 * scheduler's queue, and the garbage collector would copy them all.
 *
 * <p>Nobody counts: every goroutine whose id is a multiple of {@link #EVERY} notes that it begins,
 * and who starts one of those looks whether the last one has begun. If not, it yields, once, and so
 * goes behind all that are in the queue.
 */
final class Pace {
  private static final int EVERY = 512;

  /** The last of those goroutines that has begun, or one of the last. */
  private volatile long begun;

  /** Notes that goroutine {@code id} begins to run. */
  void begins(long id) {
    if (id % EVERY == 0) {
      begun = id;
    }
  }

  /** Lets others run if goroutine {@code id} has been started with too many before it. */
  void started(long id) {
    if (id % EVERY == 0 && begun < id - EVERY && Thread.currentThread().isVirtual()) {
      Thread.yield();
    }
  }
}
