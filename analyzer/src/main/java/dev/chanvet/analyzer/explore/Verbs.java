package dev.chanvet.analyzer.explore;

/**
 * What operations are called in traces: channels are sent to and received from, and what the JDK
 * has instead is put into and taken from, as its users write it.
 */
final class Verbs {
  private Verbs() {}

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
