package dev.chanvet.analyzer.lower;

/** A function cannot be lowered as a whole; the message says why. */
final class Unsupported extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Unsupported(String message) {
    super(message);
  }
}
