package java.util.concurrent.atomic;

import dev.chanvet.model.Machine;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** A reference that changes atomically. Kept: everything but memory order. */
public class AtomicReference<V> {
  private V value;

  public AtomicReference() {}

  public AtomicReference(V initial) {
    value = initial;
  }

  public final V get() {
    return value;
  }

  public final V getPlain() {
    return value;
  }

  public final V getAcquire() {
    return value;
  }

  public final void set(V next) {
    value = next;
  }

  public final void lazySet(V next) {
    value = next;
  }

  public final void setRelease(V next) {
    value = next;
  }

  public final V getAndSet(V next) {
    V before = value;
    value = next;
    return before;
  }

  public final boolean compareAndSet(V expected, V next) {
    return Machine.compareAndSet(this, expected, next);
  }

  public final boolean weakCompareAndSetPlain(V expected, V next) {
    return Machine.compareAndSet(this, expected, next);
  }

  public final boolean weakCompareAndSetVolatile(V expected, V next) {
    return Machine.compareAndSet(this, expected, next);
  }

  public final V compareAndExchange(V expected, V next) {
    V now = value;
    if (now == expected) {
      value = next;
    }
    return now;
  }

  public final V getAndUpdate(UnaryOperator<V> operator) {
    while (true) {
      V now = value;
      if (Machine.compareAndSet(this, now, operator.apply(now))) {
        return now;
      }
    }
  }

  public final V updateAndGet(UnaryOperator<V> operator) {
    while (true) {
      V now = value;
      V next = operator.apply(now);
      if (Machine.compareAndSet(this, now, next)) {
        return next;
      }
    }
  }

  public final V getAndAccumulate(V other, BinaryOperator<V> operator) {
    return getAndUpdate(now -> operator.apply(now, other));
  }

  public final V accumulateAndGet(V other, BinaryOperator<V> operator) {
    return updateAndGet(now -> operator.apply(now, other));
  }
}
