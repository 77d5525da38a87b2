package java.util.function;

/** A function from an object and a long to nothing. Kept: everything. */
public interface ObjLongConsumer<T> {
  void accept(T first, long second);
}
