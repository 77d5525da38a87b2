package dev.chanvet.runtime.internal;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The places where one goroutine may overtake another: before it takes a lock, claims a sleeper,
 * falls asleep, wakes one. A test may decide there who goes on, one at a time, and so run any
 * interleaving again and again.
 *
 * <p>That takes {@code -Ddev.chanvet.steps=true} when the JVM starts. Without it the places are
 * nothing to the compiler, and cost nothing.
 */
public final class Steps {
  static final boolean DECIDED = Boolean.getBoolean("dev.chanvet.steps");

  /** Decides who goes on. */
  public interface Decider {
    /** The current thread is about to do something that others may see, or want to prevent. */
    void step();

    /**
     * The current thread, which has nothing to do until {@code sleeping} is false or it is
     * interrupted, is about to sleep.
     *
     * @return whether the decider has done the waiting; if not, it is done as usual
     */
    boolean sleep(Sleeping sleeping);
  }

  /** Whether a thread still has to sleep. */
  public interface Sleeping {
    boolean stillSleeps();
  }

  private static volatile @Nullable Decider decider;

  private Steps() {}

  /** Gives all decisions to {@code decider}, or to nobody. */
  public static void decideBy(@Nullable Decider decider) {
    if (!DECIDED) {
      throw new IllegalStateException("the JVM was started without -Ddev.chanvet.steps=true");
    }
    Steps.decider = decider;
  }

  static void step() {
    Decider deciding = decider;
    if (deciding != null) {
      deciding.step();
    }
  }

  static void park(Sleeping sleeping) {
    Decider deciding = decider;
    if (deciding == null || !deciding.sleep(sleeping)) {
      LockSupport.park();
    }
  }
}
