package java.util.concurrent.atomic;

import dev.chanvet.model.Machine;

/** An array whose elements change atomically. Kept: elements. Lost: operations with a function. */
public class AtomicReferenceArray<E> {
  private final Object[] array;

  public AtomicReferenceArray(int length) {
    array = new Object[length];
  }

  public AtomicReferenceArray(E[] source) {
    array = new Object[source.length];
    System.arraycopy(source, 0, array, 0, source.length);
  }

  public final int length() {
    return array.length;
  }

  public final E get(int index) {
    return (E) array[index];
  }

  public final void set(int index, E value) {
    array[index] = value;
  }

  public final E getAndSet(int index, E value) {
    Object before = array[index];
    array[index] = value;
    return (E) before;
  }

  public final boolean compareAndSet(int index, E expected, E value) {
    if (!Machine.equal(array[index], expected)) {
      return false;
    }
    array[index] = value;
    return true;
  }
}
