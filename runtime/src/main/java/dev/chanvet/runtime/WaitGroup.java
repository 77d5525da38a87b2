package dev.chanvet.runtime;

import dev.chanvet.runtime.internal.Latch;
import dev.chanvet.runtime.internal.RunningGoroutine;
import dev.chanvet.runtime.internal.WaitReason;

/**
 * Waits for a number of goroutines: Go's {@code sync.WaitGroup}. What happens before a {@link
 * #done} happens before the {@link #await} that it ends. When the count is zero the group can be
 * used again.
 */
public final class WaitGroup {
  private final Latch latch = new Latch(0);

  /** Makes a group that waits for nobody yet. */
  public WaitGroup() {}

  /**
   * Adds {@code delta}, which may be negative, to the count. Call it before the goroutine that it
   * counts is started.
   *
   * @throws IllegalStateException "sync: negative WaitGroup counter"
   */
  public void add(int delta) {
    if (!latch.add(delta)) {
      throw new IllegalStateException("sync: negative WaitGroup counter");
    }
  }

  /**
   * Takes one from the count.
   *
   * @throws IllegalStateException "sync: negative WaitGroup counter"
   */
  public void done() {
    add(-1);
  }

  /**
   * Blocks until the count is zero.
   *
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public void await() throws InterruptedException {
    latch.await(WaitReason.WAIT_GROUP);
  }

  /**
   * Starts a goroutine that is counted: {@link #add} before it starts, {@link #done} when it ends,
   * however it ends.
   */
  public Goroutine go(GoBody body) {
    add(1);
    boolean started = false;
    try {
      Goroutine goroutine = RunningGoroutine.start(null, counted(body), body.getClass());
      started = true;
      return goroutine;
    } finally {
      if (!started) {
        done();
      }
    }
  }

  private GoBody counted(GoBody body) {
    return () -> {
      try {
        body.run();
      } finally {
        done();
      }
    };
  }
}
