package dev.chanvet.analyzer.explore;

import java.util.Set;

/**
 * What operations are called in traces: channels are sent to and received from, and what the JDK
 * has instead is put into and taken from, as its users write it.
 */
final class Verbs {
  /** The classes that are numbers to their users, too; the counts of all others are their own. */
  private static final Set<String> COUNTERS =
      Set.of("WaitGroup", "CountDownLatch", "Semaphore", "Phaser");

  private Verbs() {}

  static String counts(Pending pending, HeapObject.Counter counter, long amount) {
    return isCounter(pending)
        ? "sets " + Names.of(counter.origin()) + " to " + (counter.count() + amount)
        : Event.calls(pending.operation());
  }

  static String acquires(Pending pending, HeapObject.Counter counter) {
    return isCounter(pending)
        ? "acquires " + Names.of(counter.origin())
        : "comes back from " + pending.operation();
  }

  static String seesZero(Pending pending, HeapObject.Counter counter) {
    return isCounter(pending)
        ? "sees " + Names.of(counter.origin()) + " at zero"
        : "comes back from " + pending.operation();
  }

  private static boolean isCounter(Pending pending) {
    return COUNTERS.stream().anyMatch(type -> pending.operation().startsWith(type + "."));
  }

  static String sends(Pending pending) {
    return switch (method(pending)) {
      case "put", "putFirst", "putLast" -> "puts into ";
      case "add", "addAll", "addFirst", "addLast" -> "adds to ";
      case "offer", "offerFirst", "offerLast" -> "offers to ";
      case "transfer", "tryTransfer" -> "transfers to ";
      case "write" -> "writes to ";
      default -> "sends to ";
    };
  }

  static String receives(Pending pending) {
    return switch (method(pending)) {
      case "take", "takeFirst", "takeLast", "poll", "pollFirst", "pollLast", "remove", "drainTo" ->
          "takes from ";
      case "read" -> "reads from ";
      default -> "receives from ";
    };
  }

  private static String method(Pending pending) {
    return pending.operation().substring(pending.operation().indexOf('.') + 1);
  }
}
