package dev.chanvet.runtime;

/**
 * What a goroutine does.
 *
 * <pre>
 *   RUNNING ⇄ BLOCKED
 *      ↓
 *    ENDED
 * </pre>
 */
public enum GoroutineState {
  /**
   * It runs, is ready to run, or waits for something that is no channel (a lock, a socket, a
   * sleep).
   */
  RUNNING,
  /** It is asleep in a channel, a select, a WaitGroup or another operation of this package. */
  BLOCKED,
  /** Its body has returned or thrown. */
  ENDED
}
