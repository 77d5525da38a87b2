package dev.chanvet.analyzer.explore;

/**
 * The budget of one exploration. What goes over it is given up, and the exploration says that it is
 * incomplete.
 *
 * @param states states visited at most
 * @param transitions transitions tried at most
 * @param forks states made at most because something unknown had to be decided
 * @param work instructions run and objects copied at most, which is what takes the time
 * @param localForks forks between two transitions
 * @param localSteps instructions run at most between two transitions
 * @param stackDepth frames of a goroutine at most
 * @param goroutines goroutines at most, ended ones that nobody refers to not counted
 * @param exactUpTo the largest constant of the program that is taken as it is; larger ones are
 *     moved together, keeping their order and small differences
 */
public record Limits(
    int states,
    int transitions,
    int forks,
    int work,
    int localForks,
    int localSteps,
    int stackDepth,
    int goroutines,
    int exactUpTo) {
  /** What a check uses: decides nearly all programs seen in practice in well under a second. */
  public static final Limits DEFAULT =
      new Limits(12_000, 60_000, 40_000, 8_000_000, 2_000, 10_000, 64, 24, 16);

  /** The number of objects up to which a state costs what a state may cost. */
  static final int ORDINARY_SIZE = 100;

  /** How many objects the states visited may have together. */
  long volume() {
    return (long) states * ORDINARY_SIZE;
  }

  /** How much may be copied between two transitions: all of it may be in memory at one time. */
  int localCopies() {
    return work / 4;
  }

  /** For the first look at a root: enough for nearly all. */
  Limits first() {
    return share(8);
  }

  /** For a first look at a root of a program with many roots that are too large. */
  Limits glance() {
    return share(64);
  }

  private Limits share(int parts) {
    return new Limits(
        states / parts,
        transitions / parts,
        forks / parts,
        work / parts,
        Math.max(64, 8 * localForks / parts),
        localSteps,
        stackDepth,
        goroutines,
        exactUpTo);
  }

  /** The same with other numbers of states and transitions. */
  public Limits upTo(int moreStates) {
    return new Limits(
        moreStates,
        Math.max(transitions, 5 * moreStates),
        forks,
        (int) Math.clamp((long) work / states * moreStates, work, Integer.MAX_VALUE / 2),
        localForks,
        localSteps,
        stackDepth,
        goroutines,
        exactUpTo);
  }

  /** For a second try with the program's constants moved together. */
  public Limits coarser() {
    return new Limits(
        states, transitions, forks, work, localForks, localSteps, stackDepth, goroutines, 3);
  }
}
