package java.util.function;

/** A function from nothing to an object. Kept: everything. */
public interface Supplier<T> {
  T get();
}
