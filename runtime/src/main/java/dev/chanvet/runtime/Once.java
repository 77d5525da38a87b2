package dev.chanvet.runtime;

import dev.chanvet.runtime.internal.Latch;
import dev.chanvet.runtime.internal.WaitReason;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Does something once: Go's {@code sync.Once}. Whoever comes while it is being done waits until it
 * is done. What it did happens before any {@link #run} returns.
 */
public final class Once {
  private final AtomicBoolean begun = new AtomicBoolean();
  private final Latch latch = new Latch(1);

  /** Makes a Once that has done nothing. */
  public Once() {}

  /**
   * Runs {@code action} if nobody has begun to; otherwise waits until it has ended. If it throws,
   * it counts as done, as in Go. Calling this from inside {@code action} is a deadlock, as in Go.
   *
   * @throws ChannelInterruptedException if the thread is interrupted while it waits for another;
   *     its flag is set again
   */
  public void run(Runnable action) {
    if (begun.compareAndSet(false, true)) {
      try {
        action.run();
      } finally {
        latch.add(-1);
      }
      return;
    }
    try {
      latch.await(WaitReason.ONCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ChannelInterruptedException(e);
    }
  }
}
