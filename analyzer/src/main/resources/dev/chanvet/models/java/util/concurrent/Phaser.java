package java.util.concurrent;

import dev.chanvet.model.Machine;
import dev.chanvet.model.Uninterruptible;

/**
 * A barrier whose parties come and go. Kept: phases, registration, termination. Lost: trees of
 * phasers.
 */
public class Phaser {
  private static final int PARTIES = 0;
  private static final int ARRIVED = 1;
  private static final int PHASE = 2;
  private static final int GATE = 3;

  /** The four values above: the gate of a phase is a counter that is 0 once the phase is over. */
  private final Object state = Machine.sequence();

  public Phaser() {
    this(0);
  }

  public Phaser(int parties) {
    Machine.append(state, parties);
    Machine.append(state, 0);
    Machine.append(state, 0);
    Machine.append(state, Machine.counter(1));
  }

  private int read(int index) {
    return (int) Machine.at(state, index);
  }

  public int register() {
    return bulkRegister(1);
  }

  public int bulkRegister(int parties) {
    Machine.put(state, PARTIES, read(PARTIES) + parties);
    return read(PHASE);
  }

  public int arrive() {
    return arrive(false);
  }

  public int arriveAndDeregister() {
    return arrive(true);
  }

  private int arrive(boolean leaving) {
    int phase = read(PHASE);
    if (phase < 0) {
      return phase;
    }
    if (read(ARRIVED) >= read(PARTIES)) {
      throw new IllegalStateException();
    }
    if (leaving) {
      Machine.put(state, PARTIES, read(PARTIES) - 1);
    } else {
      Machine.put(state, ARRIVED, read(ARRIVED) + 1);
    }
    if (read(ARRIVED) == read(PARTIES)) {
      advance(phase, onAdvance(phase, read(PARTIES)));
    }
    return phase;
  }

  private void advance(int phase, boolean last) {
    Object gate = Machine.at(state, GATE);
    Machine.put(state, ARRIVED, 0);
    Machine.put(state, PHASE, last ? -1 : phase + 1);
    Machine.put(state, GATE, Machine.counter(1));
    Machine.tryAcquire(gate, 1);
  }

  protected boolean onAdvance(int phase, int parties) {
    return parties == 0;
  }

  public int arriveAndAwaitAdvance() {
    Object gate = Machine.at(state, GATE);
    if (arrive(false) >= 0) {
      Uninterruptible.awaitZero(gate);
    }
    return read(PHASE);
  }

  public int awaitAdvance(int phase) {
    if (phase == read(PHASE) && phase >= 0) {
      Uninterruptible.awaitZero(Machine.at(state, GATE));
    }
    return read(PHASE);
  }

  public int awaitAdvanceInterruptibly(int phase) throws InterruptedException {
    if (phase == read(PHASE) && phase >= 0) {
      Machine.awaitZero(Machine.at(state, GATE));
    }
    return read(PHASE);
  }

  public int awaitAdvanceInterruptibly(int phase, long timeout, TimeUnit unit)
      throws InterruptedException, TimeoutException {
    if (phase == read(PHASE) && phase >= 0 && !Machine.timedAwaitZero(Machine.at(state, GATE))) {
      throw new TimeoutException();
    }
    return read(PHASE);
  }

  public void forceTermination() {
    if (read(PHASE) >= 0) {
      advance(read(PHASE), true);
    }
  }

  public boolean isTerminated() {
    return read(PHASE) < 0;
  }

  public final int getPhase() {
    return read(PHASE);
  }

  public int getRegisteredParties() {
    return read(PARTIES);
  }

  public int getArrivedParties() {
    return read(ARRIVED);
  }

  public int getUnarrivedParties() {
    return read(PARTIES) - read(ARRIVED);
  }
}
