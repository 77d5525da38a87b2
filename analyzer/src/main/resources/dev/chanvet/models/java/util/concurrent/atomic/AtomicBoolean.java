package java.util.concurrent.atomic;

import dev.chanvet.model.Machine;

/** A boolean that changes atomically. Kept: everything but memory order. */
public class AtomicBoolean {
  private boolean value;

  public AtomicBoolean() {}

  public AtomicBoolean(boolean initial) {
    value = initial;
  }

  public final boolean get() {
    return value;
  }

  public final boolean getPlain() {
    return value;
  }

  public final boolean getAcquire() {
    return value;
  }

  public final void set(boolean next) {
    value = next;
  }

  public final void lazySet(boolean next) {
    value = next;
  }

  public final void setRelease(boolean next) {
    value = next;
  }

  public final boolean getAndSet(boolean next) {
    boolean before = value;
    value = next;
    return before;
  }

  public final boolean compareAndSet(boolean expected, boolean next) {
    return Machine.compareAndSet(this, expected, next);
  }

  public final boolean weakCompareAndSetPlain(boolean expected, boolean next) {
    return Machine.compareAndSet(this, expected, next);
  }

  public final boolean weakCompareAndSetVolatile(boolean expected, boolean next) {
    return Machine.compareAndSet(this, expected, next);
  }

  public final boolean compareAndExchange(boolean expected, boolean next) {
    boolean now = value;
    if (now == expected) {
      value = next;
    }
    return now;
  }
}
