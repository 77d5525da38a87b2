package java.util.function;

/** A function from nothing to a double. Kept: everything. */
public interface DoubleSupplier {
  double getAsDouble();
}
