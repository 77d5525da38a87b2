package dev.chanvet.runtime.internal;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A doubly linked list of goroutines through their own links, under a spin lock. */
final class GoroutineList extends SpinLocked {
  private @Nullable RunningGoroutine first;

  void add(RunningGoroutine goroutine) {
    lock();
    link(goroutine);
    unlock();
  }

  private void link(RunningGoroutine goroutine) {
    RunningGoroutine old = first;
    goroutine.next = old;
    if (old != null) {
      old.previous = goroutine;
    }
    first = goroutine;
  }

  void remove(RunningGoroutine goroutine) {
    lock();
    Unreachable.Withdrawal withdrawal = goroutine.withdrawal;
    if (withdrawal == null) {
      unlink(goroutine);
    } else {
      withdrawal.ended = true;
    }
    unlock();
  }

  private void unlink(RunningGoroutine goroutine) {
    RunningGoroutine previous = goroutine.previous;
    RunningGoroutine next = goroutine.next;
    if (previous != null) {
      previous.next = next;
    } else if (first == goroutine) {
      first = next;
    }
    if (next != null) {
      next.previous = previous;
    }
    goroutine.previous = null;
    goroutine.next = null;
  }

  /** Takes out a goroutine that is to be put back; returns false if it has ended. */
  boolean withdraw(RunningGoroutine goroutine, Unreachable.Withdrawal withdrawal) {
    lock();
    boolean there = !goroutine.isEnded();
    if (there) {
      unlink(goroutine);
      goroutine.withdrawal = withdrawal;
    }
    unlock();
    return there;
  }

  /** Puts back a goroutine that has been withdrawn, unless it has ended meanwhile. */
  void putBack(RunningGoroutine goroutine) {
    lock();
    Unreachable.Withdrawal withdrawal = goroutine.withdrawal;
    goroutine.withdrawal = null;
    if (withdrawal != null && !withdrawal.ended) {
      link(goroutine);
    }
    unlock();
  }

  void copyTo(List<RunningGoroutine> all) {
    lock();
    try {
      for (RunningGoroutine goroutine = first; goroutine != null; goroutine = goroutine.next) {
        all.add(goroutine);
      }
    } finally {
      unlock();
    }
  }

  boolean all(Predicate<RunningGoroutine> test) {
    lock();
    try {
      for (RunningGoroutine goroutine = first; goroutine != null; goroutine = goroutine.next) {
        if (!test.test(goroutine)) {
          return false;
        }
      }
      return true;
    } finally {
      unlock();
    }
  }

  @Override
  boolean remove(Node node) {
    throw new UnsupportedOperationException("goroutines do not sleep here");
  }
}
