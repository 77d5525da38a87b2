package dev.chanvet.analyzer.lower;

/** A function cannot be lowered as a whole. */
final class Unsupported extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  Unsupported(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** Why, as the rest of a sentence. */
  String reason() {
    return reason;
  }
}
