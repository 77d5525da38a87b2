package java.util.concurrent;

import dev.chanvet.model.Machine;

/**
 * A gate that opens for so many at once, again and again. Kept: everything, breaking it included.
 */
public class CyclicBarrier {
  private final int parties;
  private final Runnable action;

  /** Holds the present generation. */
  private final Object present = Machine.sequence();

  public CyclicBarrier(int parties) {
    this(parties, null);
  }

  public CyclicBarrier(int parties, Runnable action) {
    this.parties = parties;
    this.action = action;
    Machine.append(present, new Generation());
  }

  public int await() throws InterruptedException, BrokenBarrierException {
    Generation mine = Machine.at(present, 0);
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
    Generation mine = Machine.at(present, 0);
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
    Machine.append(mine.arrived, true);
    int missing = parties - Machine.length(mine.arrived);
    if (missing == 0) {
      try {
        if (action != null) {
          action.run();
        }
      } catch (RuntimeException e) {
        mine.fail();
        throw e;
      }
      Machine.put(present, 0, new Generation());
      Machine.tryAcquire(mine.gate, 1);
    }
    return missing;
  }

  public void reset() {
    Generation old = Machine.at(present, 0);
    old.fail();
    Machine.put(present, 0, new Generation());
  }

  public int getParties() {
    return parties;
  }

  public int getNumberWaiting() {
    Generation now = Machine.at(present, 0);
    return Machine.length(now.arrived);
  }

  public boolean isBroken() {
    Generation now = Machine.at(present, 0);
    return Machine.length(now.broken) > 0;
  }

  /** Those who meet once. */
  private static final class Generation {
    private final Object arrived = Machine.sequence();
    private final Object broken = Machine.sequence();
    private final Object gate = Machine.counter(1);

    private void fail() {
      Machine.append(broken, true);
      Machine.tryAcquire(gate, 1);
    }

    private void check() throws BrokenBarrierException {
      if (Machine.length(broken) > 0) {
        throw new BrokenBarrierException();
      }
    }
  }
}
