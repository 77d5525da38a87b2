package java.util.function;

/** A function from nothing to an int. Kept: everything. */
public interface IntSupplier {
  int getAsInt();
}
