package java.util.function;

/** A function from nothing to a long. Kept: everything. */
public interface LongSupplier {
  long getAsLong();
}
