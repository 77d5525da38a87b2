package dev.chanvet.analyzer.explore;

/** What a local step did to its state. */
enum Step {
  /** The state went on; its goroutine may stand before an operation now, or have ended. */
  CONTINUE,
  /** The state was replaced by others, in which an unknown value is decided. */
  FORKED
}
