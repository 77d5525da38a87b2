package dev.chanvet.runtime.internal;

import java.util.concurrent.atomic.LongAdder;

/**
 * The counters of {@code -Ddev.chanvet.counters=true}; otherwise {@code ON} is a constant and the
 * code around it is gone.
 */
public final class Counting {
  /** Whether to count. */
  public static final boolean ON = Boolean.getBoolean("dev.chanvet.counters");

  /** Values sent. */
  public static final LongAdder SENDS = new LongAdder();

  /** Values received. */
  public static final LongAdder RECEIVES = new LongAdder();

  /** Sleeps in channels, selects and wait groups. */
  public static final LongAdder PARKS = new LongAdder();

  /** Selects. */
  public static final LongAdder SELECTS = new LongAdder();

  /** Goroutines started. */
  public static final LongAdder STARTED = new LongAdder();

  /** Goroutines ended. */
  public static final LongAdder ENDED = new LongAdder();

  /** Goroutines that a leak check found. */
  public static final LongAdder LEAKED = new LongAdder();

  private Counting() {}
}
