package java.lang;

import dev.chanvet.model.Machine;

/**
 * A value bound while an action runs. Kept: the action, the binding in its goroutine. Lost:
 * bindings of the goroutines it starts.
 */
public final class ScopedValue<T> {
  private final ThreadLocal<T> bound = new ThreadLocal<>();

  public static <T> ScopedValue<T> newInstance() {
    return new ScopedValue<>();
  }

  public static <T> Carrier where(ScopedValue<T> key, T value) {
    return new Carrier(null, key, value);
  }

  public T get() {
    T value = bound.get();
    return value == null ? Machine.unknown() : value;
  }

  public T orElse(T other) {
    T value = bound.get();
    return value == null ? other : value;
  }

  public boolean isBound() {
    return bound.get() != null;
  }

  /** Bindings to come. */
  public static final class Carrier {
    private final Carrier outer;
    private final ScopedValue key;
    private final Object value;

    Carrier(Carrier outer, ScopedValue key, Object value) {
      this.outer = outer;
      this.key = key;
      this.value = value;
    }

    public <T> Carrier where(ScopedValue<T> key, T value) {
      return new Carrier(this, key, value);
    }

    public void run(Runnable action) {
      call(action);
    }

    public <R> R call(Object action) {
      Object before = key.bound.get();
      key.bound.set(value);
      try {
        return outer == null ? Machine.call(action) : outer.call(action);
      } finally {
        key.bound.set(before);
      }
    }
  }
}
