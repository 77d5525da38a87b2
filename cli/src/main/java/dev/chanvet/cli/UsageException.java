package dev.chanvet.cli;

/** The user asked for something that cannot be done; the message is one clear line for them. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
