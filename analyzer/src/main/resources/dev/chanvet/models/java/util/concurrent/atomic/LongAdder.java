package java.util.concurrent.atomic;

import dev.chanvet.model.Machine;

/** A sum. Kept: everything. */
public class LongAdder extends Number {
  private final Object sum = Machine.counter(0);

  public void add(long delta) {
    Machine.add(sum, delta);
  }

  public void increment() {
    Machine.add(sum, 1);
  }

  public void decrement() {
    Machine.add(sum, -1);
  }

  public long sum() {
    return Machine.value(sum);
  }

  public void reset() {
    Machine.add(sum, -sum());
  }

  public long sumThenReset() {
    long before = sum();
    Machine.add(sum, -before);
    return before;
  }

  public int intValue() {
    return Machine.value(sum);
  }

  public long longValue() {
    return sum();
  }

  public float floatValue() {
    return sum();
  }

  public double doubleValue() {
    return sum();
  }
}
