package dev.chanvet.runtime.internal;

import jdk.jfr.FlightRecorder;

/**
 * Whether there is a flight recorder to write to; without one, or without its module, blocking
 * costs nothing more.
 */
final class Recorder {
  private static final boolean PRESENT = ModuleLayer.boot().findModule("jdk.jfr").isPresent();

  private Recorder() {}

  static boolean isOn() {
    return PRESENT && FlightRecorder.isInitialized();
  }

  /** Sleeps as {@link Parking#sleep} does, and records it. */
  static int recorded(Parking parking, boolean limited, long deadline) throws InterruptedException {
    ChannelBlockEvent event = new ChannelBlockEvent();
    event.begin();
    event.interrupted = true;
    try {
      int outcome = parking.sleep(limited, deadline);
      event.interrupted = false;
      return outcome;
    } finally {
      event.end();
      if (event.shouldCommit()) {
        RunningGoroutine goroutine = RunningGoroutine.currentOrNull();
        event.goroutine = goroutine == null ? 0 : goroutine.id();
        event.reason = parking.reason.toString();
        event.commit();
      }
    }
  }
}
