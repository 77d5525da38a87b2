package java.util.function;

/** A function from nothing to a boolean. Kept: everything. */
public interface BooleanSupplier {
  boolean getAsBoolean();
}
