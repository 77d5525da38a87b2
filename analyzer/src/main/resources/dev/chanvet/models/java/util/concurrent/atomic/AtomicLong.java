package java.util.concurrent.atomic;

import dev.chanvet.model.Machine;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;

/** A long that changes atomically. Kept: everything but memory order. */
public class AtomicLong extends Number {
  private long value;

  public AtomicLong() {}

  public AtomicLong(long initial) {
    value = initial;
  }

  public final long get() {
    return value;
  }

  public final long getPlain() {
    return value;
  }

  public final long getAcquire() {
    return value;
  }

  public final void set(long next) {
    value = next;
  }

  public final void lazySet(long next) {
    value = next;
  }

  public final void setRelease(long next) {
    value = next;
  }

  public final long getAndSet(long next) {
    long before = value;
    value = next;
    return before;
  }

  public final boolean compareAndSet(long expected, long next) {
    return Machine.compareAndSet(this, expected, next);
  }

  public final boolean weakCompareAndSetPlain(long expected, long next) {
    return Machine.compareAndSet(this, expected, next);
  }

  public final boolean weakCompareAndSetVolatile(long expected, long next) {
    return Machine.compareAndSet(this, expected, next);
  }

  public final long compareAndExchange(long expected, long next) {
    long now = value;
    if (now == expected) {
      value = next;
    }
    return now;
  }

  public final long getAndIncrement() {
    long before = value;
    value = before + 1;
    return before;
  }

  public final long getAndDecrement() {
    long before = value;
    value = before - 1;
    return before;
  }

  public final long getAndAdd(long delta) {
    long before = value;
    value = before + delta;
    return before;
  }

  public final long incrementAndGet() {
    value = value + 1;
    return value;
  }

  public final long decrementAndGet() {
    value = value - 1;
    return value;
  }

  public final long addAndGet(long delta) {
    value = value + delta;
    return value;
  }

  public final long getAndUpdate(LongUnaryOperator operator) {
    while (true) {
      long now = value;
      if (Machine.compareAndSet(this, now, operator.applyAsLong(now))) {
        return now;
      }
    }
  }

  public final long updateAndGet(LongUnaryOperator operator) {
    while (true) {
      long now = value;
      long next = operator.applyAsLong(now);
      if (Machine.compareAndSet(this, now, next)) {
        return next;
      }
    }
  }

  public final long getAndAccumulate(long other, LongBinaryOperator operator) {
    return getAndUpdate(now -> operator.applyAsLong(now, other));
  }

  public final long accumulateAndGet(long other, LongBinaryOperator operator) {
    return updateAndGet(now -> operator.applyAsLong(now, other));
  }

  public int intValue() {
    return (int) value;
  }

  public long longValue() {
    return value;
  }

  public float floatValue() {
    return value;
  }

  public double doubleValue() {
    return value;
  }
}
