package java.util.concurrent.atomic;

/** An array whose elements change atomically. Kept: elements. Lost: operations with a function. */
public class AtomicLongArray {
  private final long[] array;

  public AtomicLongArray(int length) {
    array = new long[length];
  }

  public final int length() {
    return array.length;
  }

  public final long get(int index) {
    return array[index];
  }

  public final void set(int index, long value) {
    array[index] = value;
  }

  public final long addAndGet(int index, long delta) {
    array[index] = array[index] + delta;
    return array[index];
  }

  public final long getAndAdd(int index, long delta) {
    return addAndGet(index, delta) - delta;
  }

  public final long incrementAndGet(int index) {
    return addAndGet(index, 1);
  }

  public final long getAndIncrement(int index) {
    return addAndGet(index, 1) - 1;
  }

  public final long decrementAndGet(int index) {
    return addAndGet(index, -1);
  }

  public final boolean compareAndSet(int index, long expected, long value) {
    if (array[index] != expected) {
      return false;
    }
    array[index] = value;
    return true;
  }
}
