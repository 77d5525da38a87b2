package dev.chanvet.config;

/** From which level on findings make a check fail. */
public enum Threshold {
  ERROR,
  WARNING,
  NOTE,
  NEVER
}
