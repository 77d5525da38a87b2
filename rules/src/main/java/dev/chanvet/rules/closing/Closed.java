package dev.chanvet.rules.closing;

import dev.chanvet.analyzer.explore.Fault;
import java.util.Set;

/** Telling apart what a closed channel threw at. */
final class Closed {
  private static final String EXCEPTION = "dev.chanvet.runtime.ChannelClosedException";

  /** What jox throws; its receives throw the same, and there it is the normal end. */
  private static final Set<String> OF_JOX =
      Set.of(
          "com.softwaremill.jox.ChannelDoneException",
          "com.softwaremill.jox.ChannelErrorException");

  private static final Set<String> CLOSES_OF_JOX = Set.of("done", "error");

  private Closed() {}

  /** A close of a closed channel that nobody expected. */
  static boolean byClose(Fault fault) {
    return (isUnexpected(fault) && fault.closes())
        || (isUnexpectedOfJox(fault) && CLOSES_OF_JOX.contains(method(fault)));
  }

  /** A send on a closed channel that nobody expected. */
  static boolean bySend(Fault fault) {
    return (isUnexpected(fault) && !fault.closes())
        || (isUnexpectedOfJox(fault) && method(fault).equals("send"));
  }

  /** Whether nobody at all caught it: a handler for its superclass is as good as one for itself. */
  private static boolean isUnexpectedOfJox(Fault fault) {
    return OF_JOX.contains(fault.exception()) && fault.caught() == Fault.Caught.NO;
  }

  /** The exception's simple name. */
  static String exception(Fault fault) {
    return fault.exception().substring(fault.exception().lastIndexOf('.') + 1);
  }

  private static String method(Fault fault) {
    return fault.operation().substring(fault.operation().indexOf('.') + 1);
  }

  private static boolean isUnexpected(Fault fault) {
    return fault.exception().equals(EXCEPTION) && fault.caught() != Fault.Caught.BY_NAME;
  }
}
