package dev.chanvet.model;

/** Waits that an interrupt does not end; it is noted and delivered afterwards. Kept: everything. */
public final class Uninterruptible {
  private Uninterruptible() {}

  public static void acquire(Object counter, int count) {
    try {
      Machine.acquire(counter, count);
    } catch (InterruptedException e) {
      acquire(counter, count);
      Machine.interrupt(Machine.self());
    }
  }

  public static <T> T receive(Object channel) {
    try {
      return Machine.receive(channel);
    } catch (InterruptedException e) {
      T value = receive(channel);
      Machine.interrupt(Machine.self());
      return value;
    }
  }

  public static void awaitZero(Object counter) {
    try {
      Machine.awaitZero(counter);
    } catch (InterruptedException e) {
      awaitZero(counter);
      Machine.interrupt(Machine.self());
    }
  }

  public static void awaitSignal(Object condition, Object lock) {
    try {
      Machine.awaitSignal(condition, lock);
    } catch (InterruptedException e) {
      awaitSignal(condition, lock);
      Machine.interrupt(Machine.self());
    }
  }
}
