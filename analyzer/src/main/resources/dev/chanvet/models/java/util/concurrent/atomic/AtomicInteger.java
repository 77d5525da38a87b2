package java.util.concurrent.atomic;

import dev.chanvet.model.Machine;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;

/** An int that changes atomically. Kept: everything but memory order. */
public class AtomicInteger extends Number {
  private int value;

  public AtomicInteger() {}

  public AtomicInteger(int initial) {
    value = initial;
  }

  public final int get() {
    return value;
  }

  public final int getPlain() {
    return value;
  }

  public final int getAcquire() {
    return value;
  }

  public final void set(int next) {
    value = next;
  }

  public final void lazySet(int next) {
    value = next;
  }

  public final void setRelease(int next) {
    value = next;
  }

  public final int getAndSet(int next) {
    int before = value;
    value = next;
    return before;
  }

  public final boolean compareAndSet(int expected, int next) {
    return Machine.compareAndSet(this, expected, next);
  }

  public final boolean weakCompareAndSetPlain(int expected, int next) {
    return Machine.compareAndSet(this, expected, next);
  }

  public final boolean weakCompareAndSetVolatile(int expected, int next) {
    return Machine.compareAndSet(this, expected, next);
  }

  public final int compareAndExchange(int expected, int next) {
    int now = value;
    if (now == expected) {
      value = next;
    }
    return now;
  }

  public final int getAndIncrement() {
    int before = value;
    value = before + 1;
    return before;
  }

  public final int getAndDecrement() {
    int before = value;
    value = before - 1;
    return before;
  }

  public final int getAndAdd(int delta) {
    int before = value;
    value = before + delta;
    return before;
  }

  public final int incrementAndGet() {
    value = value + 1;
    return value;
  }

  public final int decrementAndGet() {
    value = value - 1;
    return value;
  }

  public final int addAndGet(int delta) {
    value = value + delta;
    return value;
  }

  public final int getAndUpdate(IntUnaryOperator operator) {
    while (true) {
      int now = value;
      if (Machine.compareAndSet(this, now, operator.applyAsInt(now))) {
        return now;
      }
    }
  }

  public final int updateAndGet(IntUnaryOperator operator) {
    while (true) {
      int now = value;
      int next = operator.applyAsInt(now);
      if (Machine.compareAndSet(this, now, next)) {
        return next;
      }
    }
  }

  public final int getAndAccumulate(int other, IntBinaryOperator operator) {
    return getAndUpdate(now -> operator.applyAsInt(now, other));
  }

  public final int accumulateAndGet(int other, IntBinaryOperator operator) {
    return updateAndGet(now -> operator.applyAsInt(now, other));
  }

  public int intValue() {
    return value;
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
