package dev.chanvet.rules.closing;

import dev.chanvet.analyzer.explore.Fault;

/** Telling apart what a closed channel threw at. */
final class Closed {
  private static final String EXCEPTION = "dev.chanvet.runtime.ChannelClosedException";

  private Closed() {}

  /** A close of a closed channel that nobody expected. */
  static boolean byClose(Fault fault) {
    return isUnexpected(fault) && fault.closes();
  }

  /** A send on a closed channel that nobody expected. */
  static boolean bySend(Fault fault) {
    return isUnexpected(fault) && !fault.closes();
  }

  private static boolean isUnexpected(Fault fault) {
    return fault.exception().equals(EXCEPTION) && fault.caught() != Fault.Caught.BY_NAME;
  }
}
