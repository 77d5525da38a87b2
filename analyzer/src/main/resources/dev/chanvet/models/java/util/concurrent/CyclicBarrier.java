package java.util.concurrent;

import dev.chanvet.model.Machine;

/**
 * A gate that opens for so many at once, again and again. Kept: everything, breaking it included.
 */
public class CyclicBarrier {
  private final int parties;
  private final Runnable action;

  private Generation present = new Generation();

  public CyclicBarrier(int parties) {
    this(parties, null);
  }

  public CyclicBarrier(int parties, Runnable action) {
    this.parties = parties;
    this.action = action;
  }

  public int await() throws InterruptedException, BrokenBarrierException {
    Generation mine = present;
    int index = arrive(mine);
    if (index > 0) {
      try {
        Machine.awaitZero(mine.gate);
      } catch (InterruptedException e) {
        mine.fail();
        throw e;
      }
      mine.check();
    }
    return index;
  }

  public int await(long timeout, TimeUnit unit)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    Generation mine = present;
    int index = arrive(mine);
    if (index > 0) {
      try {
        if (!Machine.timedAwaitZero(mine.gate)) {
          mine.fail();
          throw new TimeoutException();
        }
      } catch (InterruptedException e) {
        mine.fail();
        throw e;
      }
      mine.check();
    }
    return index;
  }

  /** Counts one more; the last opens the gate. How many are missing. */
  private int arrive(Generation mine) throws BrokenBarrierException {
    mine.check();
    mine.arrived++;
    int missing = parties - mine.arrived;
    if (missing == 0) {
      try {
        if (action != null) {
          action.run();
        }
      } catch (RuntimeException e) {
        mine.fail();
        throw e;
      }
      present = new Generation();
      Machine.tryAcquire(mine.gate, 1);
    }
    return missing;
  }

  public void reset() {
    present.fail();
    present = new Generation();
  }

  public int getParties() {
    return parties;
  }

  public int getNumberWaiting() {
    return present.arrived;
  }

  public boolean isBroken() {
    return present.broken;
  }

  /** Those who meet once. */
  private static final class Generation {
    private int arrived;
    private boolean broken;
    private final Object gate = Machine.counter(1);

    private void fail() {
      broken = true;
      Machine.tryAcquire(gate, 1);
    }

    private void check() throws BrokenBarrierException {
      if (broken) {
        throw new BrokenBarrierException();
      }
    }
  }
}
