package java.lang;

import dev.chanvet.model.Machine;
import java.util.function.Supplier;

/** A variable with a value for each thread. Kept: everything. */
public class ThreadLocal<T> {
  private final Object threads = Machine.sequence();
  private final Object values = Machine.sequence();
  private Supplier<? extends T> initial;

  public static <T> ThreadLocal<T> withInitial(Supplier<? extends T> initial) {
    ThreadLocal<T> local = new ThreadLocal<>();
    local.initial = initial;
    return local;
  }

  protected T initialValue() {
    return initial == null ? null : initial.get();
  }

  public T get() {
    int index = Machine.indexOf(threads, Machine.self());
    if (index >= 0) {
      return Machine.at(values, index);
    }
    T value = initialValue();
    set(value);
    return value;
  }

  public void set(T value) {
    remove();
    Machine.append(threads, Machine.self());
    Machine.append(values, value);
  }

  public void remove() {
    int index = Machine.indexOf(threads, Machine.self());
    if (index >= 0) {
      Machine.remove(threads, index);
      Machine.remove(values, index);
    }
  }
}
