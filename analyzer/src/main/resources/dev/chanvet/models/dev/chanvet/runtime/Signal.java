package dev.chanvet.runtime;

/** The value of an event. Kept: that it is not null. */
public enum Signal {
  SIGNAL
}
