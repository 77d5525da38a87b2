package dev.chanvet.analyzer.explore;

/**
 * One way for a state to go on.
 *
 * @param kind what happens
 * @param goroutine who moves; the sender of a meeting
 * @param arm its select arm, or -1
 * @param partner the receiver of a meeting, or -1
 * @param partnerArm the partner's select arm, or -1
 */
record Transition(Kind kind, int goroutine, int arm, int partner, int partnerArm) {
  enum Kind {
    /** The goroutine is let through a point where others may notice it, and runs on. */
    PROCEED,
    /** Its blocking operation completes against the channel's buffer, a counter, a lock, ... */
    COMPLETE,
    /** A sender and a receiver meet at an unbuffered channel. */
    MEET,
    /** A non-blocking operation finds nobody; a select takes its default arm. */
    DECLINE,
    /** Code outside the program does the other side; a receiver gets a value. */
    ENVIRONMENT,
    /** Code outside the program closed the channel. */
    ENVIRONMENT_CLOSED,
    /** A pending interrupt ends the wait. */
    INTERRUPT
  }

  static Transition of(Kind kind, int goroutine) {
    return new Transition(kind, goroutine, -1, -1, -1);
  }

  static Transition of(Kind kind, int goroutine, int arm) {
    return new Transition(kind, goroutine, arm, -1, -1);
  }
}
