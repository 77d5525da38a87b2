package dev.chanvet.runtime.internal;

import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One sleep of one thread, from the decision to wait to the wake-up. Made when an operation must
 * block. At a channel a goroutine sleeps in one and the same again and again, for it can be in one
 * queue only, and half of the garbage of a program that waits much would be these. The state counts
 * the sleeps, above its lowest bits, and so tells one from the next.
 *
 * <pre>
 *   WAITING ──claim──▶ CLAIMED ─────────┐
 *      │                                ├─complete──▶ DONE or CLOSED
 *      ▼                                │
 *   ASLEEP ──claim──▶ CLAIMED_ASLEEP ───┘
 *
 *   WAITING or ASLEEP ──give up──▶ GAVE_UP  (interrupted, or time is over)
 * </pre>
 *
 * <p>Only one that is asleep needs a wake-up: who is served before never sleeps.
 *
 * <p>A sleeper in one queue only needs no claim: who takes its node out of the queue, under the
 * queue's lock, owns it. A select sleeps in several queues, so its counterparts race for it, and
 * the winner is who claims it by the state.
 */
class Parking extends Node {
  private static final int WAITING = 0;
  private static final int ASLEEP = 1;
  private static final int CLAIMED = 2;
  private static final int CLAIMED_ASLEEP = 3;
  static final int DONE = 4;
  static final int CLOSED = 5;
  static final int GAVE_UP = 6;

  private static final int STATUS = 7;
  private static final int TURN = STATUS + 1;

  /** Some microseconds: a little longer than another processor takes to answer. */
  private static final int SPINS = 100;

  /** No turn: the answer if it does not sleep for good. */
  static final int NONE = -1;

  private static final AtomicIntegerFieldUpdater<Parking> STATE =
      AtomicIntegerFieldUpdater.newUpdater(Parking.class, "state");

  WaitReason reason;
  private final Thread thread;

  /** The goroutine, if the thread is one. */
  private final @Nullable RunningGoroutine goroutine;

  /** Whose queue it is in; null if in none (a nil channel) or in several (a select). */
  private @Nullable SpinLocked place;

  /** One of the constants, and above them the number of the sleep. */
  private volatile int state;

  /**
   * Whether the sleep ends by itself at some time; set before the sleep, read by the deadlock
   * detector.
   */
  private boolean timed;

  /** The node that was served; written before the state leaves CLAIMED. */
  @Nullable Node served;

  Parking(WaitReason reason, @Nullable SpinLocked place, boolean sends, @Nullable Object item) {
    super(null, sends, item);
    this.reason = reason;
    this.place = place;
    this.thread = Thread.currentThread();
    this.goroutine = RunningGoroutine.currentOrNull();
  }

  private Parking(
      WaitReason reason,
      SpinLocked place,
      boolean sends,
      @Nullable Object item,
      @Nullable RunningGoroutine goroutine) {
    super(null, sends, item);
    this.reason = reason;
    this.place = place;
    this.thread = Thread.currentThread();
    this.goroutine = goroutine;
  }

  /**
   * Returns what the current thread is to wait in at {@code place}, which will be in its queue
   * before the lock is free; afterwards {@link #finish} is called.
   */
  static Parking in(SpinLocked place, WaitReason reason, boolean sends, @Nullable Object item) {
    RunningGoroutine goroutine = RunningGoroutine.currentOrNull();
    if (goroutine == null) {
      return new Parking(reason, place, sends, item, null);
    }
    Parking own = goroutine.parking;
    if (own == null || own.status() <= CLAIMED_ASLEEP) { // an error came out of its last sleep
      own = new Parking(reason, place, sends, item, goroutine);
      own.timed = true; // it is not known yet
      goroutine.parking = own;
    } else {
      own.reason = reason;
      own.place = place;
      own.sends = sends;
      own.item = item;
      own.timed = true;
      STATE.lazySet(own, (own.state & ~STATUS) + TURN + WAITING);
    }
    return own;
  }

  /**
   * Forgets whom it waited for and what was handed over, and returns the latter. Whoever served it
   * may still be about to wake the thread, but looks at nothing else any more.
   */
  final @Nullable Object finish() {
    Object received = item;
    item = null;
    place = null;
    return received;
  }

  /** Whether several queues may serve this sleeper, so that a counterpart must win it first. */
  boolean contested() {
    return false;
  }

  /**
   * Tries to become the one who serves this sleeper, whose node has just been taken from its queue.
   */
  final boolean claim() {
    if (Steps.DECIDED) {
      Steps.step();
    }
    return !contested()
        || STATE.compareAndSet(this, ASLEEP, CLAIMED_ASLEEP)
        || STATE.compareAndSet(this, WAITING, CLAIMED)
        || STATE.compareAndSet(this, ASLEEP, CLAIMED_ASLEEP);
  }

  /** Wakes the sleeper, which has been claimed through {@code node}. Called outside of locks. */
  final void complete(Node node, int outcome) {
    served = node;
    if (Steps.DECIDED) {
      Steps.step();
    }
    int before = STATE.getAndSet(this, state & ~STATUS | outcome) & STATUS;
    if (before == ASLEEP || before == CLAIMED_ASLEEP) {
      LockSupport.unpark(thread);
    }
  }

  /** Whether nobody serves it yet. */
  final boolean isWaiting() {
    return status() <= ASLEEP;
  }

  private int status() {
    return state & STATUS;
  }

  /** Returns the number of the sleep. */
  final int turn() {
    return state & ~STATUS;
  }

  /** Returns DONE or CLOSED once {@link #await} has returned. */
  final int outcome() {
    return status();
  }

  /**
   * Returns a number that tells this sleep from all others in the same object, if nobody has
   * claimed it and no clock and no signal will wake it; else {@link #NONE}.
   */
  final int asleepForGood() {
    int before = state;
    if ((before & STATUS) > ASLEEP || timed || fedFromOutside()) {
      return NONE;
    }
    VarHandle.loadLoadFence(); // all that was just looked at was of one sleep
    return (state & ~STATUS) == (before & ~STATUS) ? (before & ~STATUS) : NONE;
  }

  /** Whether a timer or a signal of the system may serve it. */
  boolean fedFromOutside() {
    SpinLocked waitsIn = place;
    return waitsIn != null && waitsIn.fedFromOutside();
  }

  /**
   * Takes the sleeper out of its queues, unless somebody serves it already.
   *
   * @return whether it is out
   */
  boolean giveUp() {
    SpinLocked waitsIn = place;
    if (waitsIn == null) {
      return giveUpClaim();
    }
    waitsIn.lock();
    boolean out = waitsIn.remove(this);
    waitsIn.unlock();
    if (out && giveUpClaim()) {
      finish();
      return true;
    }
    return false;
  }

  /** Gives up by the state word alone; true if nobody had claimed it. */
  final boolean giveUpClaim() {
    if (Steps.DECIDED) {
      Steps.step();
    }
    int turn = state & ~STATUS;
    return STATE.compareAndSet(this, turn | WAITING, turn | GAVE_UP)
        || STATE.compareAndSet(this, turn | ASLEEP, turn | GAVE_UP);
  }

  /**
   * Sleeps until it is served.
   *
   * @return DONE or CLOSED
   * @throws InterruptedException if interrupted before anybody served it; it is in no queue then
   */
  final int await() throws InterruptedException {
    timed = false;
    int now = status();
    if (now > CLAIMED_ASLEEP) {
      return now;
    }
    return Recorder.isOn() ? Recorder.recorded(this, false, 0) : sleep(false, 0);
  }

  /**
   * Sleeps until it is served or {@link System#nanoTime} reaches {@code deadline}.
   *
   * @return DONE, CLOSED or GAVE_UP
   * @throws InterruptedException if interrupted before anybody served it; it is in no queue then
   */
  final int awaitUntil(long deadline) throws InterruptedException {
    timed = true;
    return Recorder.isOn() ? Recorder.recorded(this, true, deadline) : sleep(true, deadline);
  }

  /** Sleeps; the deadline counts if {@code limited}. */
  final int sleep(boolean limited, long deadline) throws InterruptedException {
    // The goroutine's own one stays its sleep afterwards: its state says that it is over.
    boolean own = goroutine != null && goroutine.parking == this;
    if (goroutine != null && goroutine.sleep != this) {
      goroutine.setSleep(this);
    }
    if (Counting.ON) {
      Counting.PARKS.increment();
    }
    boolean interrupted = false;
    try {
      int now;
      while ((now = status()) <= CLAIMED_ASLEEP) {
        if (Steps.DECIDED) {
          Steps.step();
        }
        if (now >= CLAIMED) {
          Thread.yield(); // whoever claimed it is about to complete it
        } else if (now == WAITING) {
          int turn = state & ~STATUS;
          STATE.compareAndSet(this, turn | WAITING, turn | ASLEEP);
          continue;
        } else if (!limited) {
          park();
        } else {
          long left = deadline - System.nanoTime();
          if (left > 0) {
            LockSupport.parkNanos(left);
          } else if (giveUp()) {
            return GAVE_UP;
          }
        }
        if (status() == ASLEEP && Thread.interrupted()) {
          if (giveUp()) {
            throw new InterruptedException();
          }
          interrupted = true;
        }
      }
      return now;
    } finally {
      if (goroutine != null && !own) {
        goroutine.clearSleep();
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void park() {
    if (Steps.DECIDED) {
      Steps.park(() -> status() == ASLEEP);
    } else {
      LockSupport.park();
    }
  }

  /** Waits actively for a moment; returns whether it was served meanwhile. */
  final boolean spin() {
    for (int turn = 0; turn < SPINS && status() <= CLAIMED_ASLEEP; turn++) {
      Thread.onSpinWait();
    }
    return status() > CLAIMED_ASLEEP;
  }

  /** Lets others run once, who may serve it without a wake-up then; returns whether they did. */
  final boolean linger() {
    if (status() <= CLAIMED_ASLEEP) {
      Thread.yield();
    }
    return status() > CLAIMED_ASLEEP;
  }
}
