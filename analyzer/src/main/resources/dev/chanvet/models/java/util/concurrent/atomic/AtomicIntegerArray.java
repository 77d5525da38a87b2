package java.util.concurrent.atomic;

/** An array whose elements change atomically. Kept: elements. Lost: operations with a function. */
public class AtomicIntegerArray {
  private final int[] array;

  public AtomicIntegerArray(int length) {
    array = new int[length];
  }

  public final int length() {
    return array.length;
  }

  public final int get(int index) {
    return array[index];
  }

  public final void set(int index, int value) {
    array[index] = value;
  }

  public final int addAndGet(int index, int delta) {
    array[index] = array[index] + delta;
    return array[index];
  }

  public final int getAndAdd(int index, int delta) {
    return addAndGet(index, delta) - delta;
  }

  public final int incrementAndGet(int index) {
    return addAndGet(index, 1);
  }

  public final int getAndIncrement(int index) {
    return addAndGet(index, 1) - 1;
  }

  public final int decrementAndGet(int index) {
    return addAndGet(index, -1);
  }

  public final boolean compareAndSet(int index, int expected, int value) {
    if (array[index] != expected) {
      return false;
    }
    array[index] = value;
    return true;
  }
}
