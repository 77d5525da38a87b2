package dev.chanvet.analyzer.syntax;

/** A file that is meant to be a model and is none; the message says where and why. */
public final class InvalidModelException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String message;

  InvalidModelException(String message) {
    super(message);
    this.message = message;
  }

  @Override
  public String getMessage() {
    return message;
  }
}
