package dev.chanvet.runtime;

/** The value of an event, where only its coming matters: Go's {@code struct{}{}}. */
public enum Signal {
  /** The one value. */
  SIGNAL
}
