package dev.chanvet.analyzer.explore;

/** What looks in vain have cost: at roots that were too large to be explored to their end. */
final class Expense {
  private final Limits each;
  private long states;
  private long work;

  /**
   * Nothing so far.
   *
   * @param each what one root may cost
   */
  Expense(Limits each) {
    this.each = each;
  }

  /**
   * One more.
   *
   * @param statesAndForks what it has visited and decided
   * @param worked instructions run and objects copied
   */
  void add(long statesAndForks, long worked) {
    states += statesAndForks;
    work += worked;
  }

  /** Whether they have visited as much as three roots may, or have done the work of two. */
  boolean isUsedUp() {
    return states > 3L * each.states() || work > 2L * each.work();
  }
}
