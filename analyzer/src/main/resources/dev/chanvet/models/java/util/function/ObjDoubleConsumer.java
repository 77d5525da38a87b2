package java.util.function;

/** A function from an object and a double to nothing. Kept: everything. */
public interface ObjDoubleConsumer<T> {
  void accept(T first, double second);
}
