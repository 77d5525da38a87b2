package dev.chanvet.analyzer.explore;

import java.util.List;

/**
 * The numbers that are tried for a count or a size that the program's text does not tell; notes
 * whether any was asked for, and how much room channels have.
 */
final class Amounts {
  private static final List<Long> FEW_COUNTS = List.of(0L, 1L, 2L, 3L);
  private static final List<Long> FEW_SIZES = List.of(0L, 1L, 2L);

  private final List<Long> counts;
  private final List<Long> sizes;
  private boolean asked;
  private long room;

  private Amounts(List<Long> counts, List<Long> sizes) {
    this.counts = counts;
    this.sizes = sizes;
  }

  /** The small ones, which decide most. */
  static Amounts few() {
    return new Amounts(FEW_COUNTS, FEW_SIZES);
  }

  /** Always {@code amount}, which is more than there is room for. */
  static Amounts plenty(long amount) {
    return new Amounts(List.of(amount), List.of(amount));
  }

  /** How often something may be done. */
  List<Long> counts() {
    asked = true;
    return counts;
  }

  /** How many elements an array or collection may have. */
  List<Long> sizes() {
    asked = true;
    return sizes;
  }

  /** Notes a channel's capacity. */
  void noteRoom(long capacity) {
    room = Math.max(room, capacity);
  }

  /** The largest capacity noted. */
  long room() {
    return room;
  }

  /** Whether any of its numbers was asked for. */
  boolean isAsked() {
    return asked;
  }
}
