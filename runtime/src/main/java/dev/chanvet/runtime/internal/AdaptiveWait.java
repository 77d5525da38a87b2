package dev.chanvet.runtime.internal;

/**
 * How one who must wait passes the time before it sleeps: it spins, or lets others run once, or
 * neither, by what has paid at this channel so far.
 */
abstract class AdaptiveWait extends SpinLocked {
  /** A test that decides over steps has programs too short for more. */
  private static final byte FIRST_PATIENCE = (byte) (Steps.DECIDED ? 0 : -2);

  private static final byte PENALTY = 4;

  /** Who is to come may run now, on another processor. */
  private static final boolean MAY_SPIN =
      !Steps.DECIDED && Runtime.getRuntime().availableProcessors() > 1;

  private static final byte HIGHEST_SPIN_PENALTY = 64;

  /** Negative: how many waits are to sleep at once. Guarded by the lock. */
  private byte patience = FIRST_PATIENCE;

  /** Negative: how many waits are not to spin. Guarded by the lock. */
  private byte spinning = FIRST_PATIENCE;

  /** How many waits are not to spin after the next one that does so in vain. */
  private byte spinPenalty = 1;

  /** Whether values may lie in the channel, so that nobody need be there to take them. */
  abstract boolean isBuffered();

  /**
   * Whether one who must wait is to let others run once before it sleeps; the lock is held. That
   * pays if they do what it waits for: a yield costs less than a sleep and a wake-up. On a channel
   * that is used for long it mostly does; on one of many that are used a few times each it mostly
   * does not, for who yields goes behind all that can run. So a channel learns: its first waits
   * sleep at once, and so do some after each yield in vain.
   *
   * <p>A buffered channel is tried again after the yield, and may be full or empty by then: one
   * yield for many values. On an unbuffered one the waiter is queued before it yields, so that its
   * counterpart finds it. So is a sender with others ahead on a buffered one: whoever takes their
   * values admits its own as well. In all other cases who has others ahead is not to ask.
   */
  final boolean isPatient() {
    if (patience < 0) {
      patience++;
      return false;
    }
    return true;
  }

  /**
   * Whether one who must wait on an unbuffered channel, with nobody ahead, is to spin before all
   * else; the lock is held. That pays if its counterpart runs now on another processor: two that
   * answer each other then pay for no sleep. Where it does not, each spin in vain doubles the
   * number of waits until the next, up to a limit. On a buffered channel the one who spins and its
   * counterpart would only get into each other's way.
   */
  final boolean maySpin() {
    if (spinning < 0) {
      spinning++;
      return false;
    }
    return MAY_SPIN && !isBuffered();
  }

  /** Waits actively for a moment; returns whether {@code parking} was served meanwhile. */
  final boolean spin(Parking parking) {
    boolean served = parking.spin();
    if (!served || spinPenalty > 1) {
      lock();
      if (served) {
        spinPenalty = 1;
      } else {
        spinning = (byte) -spinPenalty;
        spinPenalty = (byte) Math.min(2 * spinPenalty, HIGHEST_SPIN_PENALTY);
      }
      unlock();
    }
    return served;
  }

  final void losePatience() {
    patience = -PENALTY;
  }

  /** Lets others run once, who may serve {@code parking} meanwhile. */
  final void linger(Parking parking) {
    if (!parking.linger()) {
      lock();
      losePatience();
      unlock();
    }
  }
}
