package java.util.function;

/** A function from a double to an object. Kept: everything. */
public interface DoubleFunction<R> {
  R apply(double value);
}
