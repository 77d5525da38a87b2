package java.util.function;

/** A function from an object and an int to nothing. Kept: everything. */
public interface ObjIntConsumer<T> {
  void accept(T first, int second);
}
