package dev.chanvet.config;

/** The level that a rule's findings shall have. */
public enum Level {
  ERROR,
  WARNING,
  NOTE,
  /** They shall not be reported. */
  OFF
}
