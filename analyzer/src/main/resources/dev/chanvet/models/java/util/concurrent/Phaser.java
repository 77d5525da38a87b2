package java.util.concurrent;

import dev.chanvet.model.Machine;
import dev.chanvet.model.Uninterruptible;

/**
 * A barrier whose parties come and go. Kept: phases, registration, termination. Lost: trees of
 * phasers.
 */
public class Phaser {
  private int parties;
  private int arrived;
  private int phase;

  /** 1 until the phase is over, then 0. */
  private Object gate = Machine.counter(1);

  public Phaser() {}

  public Phaser(int parties) {
    this.parties = parties;
  }

  public int register() {
    return bulkRegister(1);
  }

  public int bulkRegister(int count) {
    parties += count;
    return phase;
  }

  public int arrive() {
    return arrive(false);
  }

  public int arriveAndDeregister() {
    return arrive(true);
  }

  private int arrive(boolean leaving) {
    int now = phase;
    if (now < 0) {
      return now;
    }
    if (arrived >= parties) {
      throw new IllegalStateException();
    }
    if (leaving) {
      parties--;
    } else {
      arrived++;
    }
    if (arrived == parties) {
      advance(onAdvance(now, parties));
    }
    return now;
  }

  private void advance(boolean last) {
    Object open = gate;
    arrived = 0;
    phase = last ? -1 : phase + 1;
    gate = Machine.counter(1);
    Machine.tryAcquire(open, 1);
  }

  protected boolean onAdvance(int phase, int parties) {
    return parties == 0;
  }

  public int arriveAndAwaitAdvance() {
    Object mine = gate;
    if (arrive(false) >= 0) {
      Uninterruptible.awaitZero(mine);
    }
    return this.phase;
  }

  public int awaitAdvance(int phase) {
    if (phase == this.phase && phase >= 0) {
      Uninterruptible.awaitZero(gate);
    }
    return this.phase;
  }

  public int awaitAdvanceInterruptibly(int phase) throws InterruptedException {
    if (phase == this.phase && phase >= 0) {
      Machine.awaitZero(gate);
    }
    return this.phase;
  }

  public int awaitAdvanceInterruptibly(int phase, long timeout, TimeUnit unit)
      throws InterruptedException, TimeoutException {
    if (phase == this.phase && phase >= 0 && !Machine.timedAwaitZero(gate)) {
      throw new TimeoutException();
    }
    return this.phase;
  }

  public void forceTermination() {
    if (phase >= 0) {
      advance(true);
    }
  }

  public boolean isTerminated() {
    return phase < 0;
  }

  public final int getPhase() {
    return this.phase;
  }

  public int getRegisteredParties() {
    return parties;
  }

  public int getArrivedParties() {
    return arrived;
  }

  public int getUnarrivedParties() {
    return parties - arrived;
  }
}
