package dev.chanvet.runtime.internal;

import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One sleep of one thread, from the decision to wait to the wake-up. Made when an operation must
 * block, never used again.
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

  private static final AtomicIntegerFieldUpdater<Parking> STATE =
      AtomicIntegerFieldUpdater.newUpdater(Parking.class, "state");

  final WaitReason reason;
  private final Thread thread;

  /** Whose queue it is in; null if in none (a nil channel) or in several (a select). */
  private final @Nullable SpinLocked place;

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
    int before = STATE.getAndSet(this, outcome);
    if (before == ASLEEP || before == CLAIMED_ASLEEP) {
      LockSupport.unpark(thread);
    }
  }

  /** Whether nobody serves it yet. */
  final boolean isWaiting() {
    return state <= ASLEEP;
  }

  /** Returns DONE or CLOSED once {@link #await} has returned. */
  final int outcome() {
    return state;
  }

  /** Whether it sleeps, nobody has claimed it, and no clock and no signal will wake it. */
  final boolean asleepForGood() {
    return state <= ASLEEP && !timed && !fedFromOutside();
  }

  /** Whether a timer or a signal of the system may serve it. */
  boolean fedFromOutside() {
    return place != null && place.fedFromOutside();
  }

  /**
   * Takes the sleeper out of its queues, unless somebody serves it already.
   *
   * @return whether it is out
   */
  boolean giveUp() {
    if (place == null) {
      return giveUpClaim();
    }
    place.lock();
    boolean out = place.remove(this);
    place.unlock();
    return out && giveUpClaim();
  }

  /** Gives up by the state word alone; true if nobody had claimed it. */
  final boolean giveUpClaim() {
    if (Steps.DECIDED) {
      Steps.step();
    }
    return STATE.compareAndSet(this, WAITING, GAVE_UP)
        || STATE.compareAndSet(this, ASLEEP, GAVE_UP);
  }

  /**
   * Sleeps until it is served.
   *
   * @return DONE or CLOSED
   * @throws InterruptedException if interrupted before anybody served it; it is in no queue then
   */
  final int await() throws InterruptedException {
    int now = state;
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
    RunningGoroutine goroutine = RunningGoroutine.currentOrNull();
    if (goroutine != null) {
      goroutine.setSleep(this);
    }
    if (Counting.ON) {
      Counting.PARKS.increment();
    }
    boolean interrupted = false;
    try {
      int now;
      while ((now = state) <= CLAIMED_ASLEEP) {
        if (Steps.DECIDED) {
          Steps.step();
        }
        if (now >= CLAIMED) {
          Thread.yield(); // whoever claimed it is about to complete it
        } else if (now == WAITING) {
          STATE.compareAndSet(this, WAITING, ASLEEP);
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
        if (state == ASLEEP && Thread.interrupted()) {
          if (giveUp()) {
            throw new InterruptedException();
          }
          interrupted = true;
        }
      }
      return now;
    } finally {
      if (goroutine != null) {
        goroutine.clearSleep();
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void park() {
    if (Steps.DECIDED) {
      Steps.park(() -> state == ASLEEP);
    } else {
      LockSupport.park();
    }
  }

  /** Lets others run once, who may serve it without a wake-up then; returns whether they did. */
  final boolean linger() {
    if (state <= CLAIMED_ASLEEP) {
      Thread.yield();
    }
    return state > CLAIMED_ASLEEP;
  }
}
