package dev.chanvet.runtime.internal;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A doubly linked list of goroutines through their own links, under a spin lock. */
final class GoroutineList extends SpinLocked {
  private @Nullable RunningGoroutine first;

  void add(RunningGoroutine goroutine) {
    lock();
    RunningGoroutine old = first;
    goroutine.next = old;
    if (old != null) {
      old.previous = goroutine;
    }
    first = goroutine;
    unlock();
  }

  void remove(RunningGoroutine goroutine) {
    lock();
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
