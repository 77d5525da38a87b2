package java.util.function;

import java.util.Objects;

/** A test of an object. Kept: everything. */
public interface Predicate<T> {
  boolean test(T value);

  static <T> Predicate<T> not(Predicate<? super T> predicate) {
    return value -> !predicate.test(value);
  }

  static <T> Predicate<T> isEqual(Object other) {
    return value -> Objects.equals(other, value);
  }

  default Predicate<T> negate() {
    return value -> !test(value);
  }

  default Predicate<T> and(Predicate<? super T> other) {
    return value -> test(value) && other.test(value);
  }

  default Predicate<T> or(Predicate<? super T> other) {
    return value -> test(value) || other.test(value);
  }
}
