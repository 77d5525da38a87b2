package dev.chanvet.config;

/** A file of settings says what it cannot mean; the message is one line that begins with where. */
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ConfigException(String message) {
    super(message);
  }
}
