package dev.chanvet.runtime;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A goroutine: a virtual thread started by {@link Go#go(GoBody)}, {@link WaitGroup#go} or {@link
 * Go#run}.
 */
public interface Goroutine {

  /**
   * Returns the id, unique among the goroutines of one {@link Go#run}, where main is 1; others
   * count from 2.
   */
  long id();

  /** Returns the name given at its start, or {@code "goroutine <id>"}; its thread has it too. */
  String name();

  /** Returns what it does now. */
  GoroutineState state();

  /**
   * Waits until it has ended. Go has no such thing: there one writes a channel or a WaitGroup.
   *
   * @throws InterruptedException if the waiting thread is interrupted
   */
  void join() throws InterruptedException;

  /**
   * Waits until it has ended, at most {@code timeout}.
   *
   * @return whether it has ended
   * @throws InterruptedException if the waiting thread is interrupted
   */
  boolean join(Duration timeout) throws InterruptedException;

  /**
   * Interrupts it: if it is blocked in a channel now or next, it gets {@link InterruptedException}
   * there.
   */
  void interrupt();

  /** Returns its thread. */
  Thread thread();

  /**
   * Returns where it was started, or null if that is not known. The place is taken once for each
   * lambda or class given to {@code go} (a stack walk of about a microsecond), so a body started
   * from several places shows the first.
   */
  @Nullable StackTraceElement createdBy();

  /** Returns the id of the goroutine that started it, or 0 if that was no goroutine. */
  long parentId();

  /** Returns what it waits for now, its stack and its creator. */
  GoroutineSnapshot snapshot();
}
