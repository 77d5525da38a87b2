package dev.chanvet.analyzer.ir;

/**
 * The unique name of a function: {@code pkg.Owner.method(int,Channel)}, {@code pkg.Owner.<init>()},
 * {@code pkg.Owner.<clinit>}, {@code pkg.Owner.method(int)$lambda2}.
 */
public record FunctionId(String value) implements Comparable<FunctionId> {
  @Override
  public int compareTo(FunctionId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
