package java.util.function;

/** A function from a long to an object. Kept: everything. */
public interface LongFunction<R> {
  R apply(long value);
}
