package java.util;

import dev.chanvet.model.Machine;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A value or none; those of numbers are this class too. Kept: everything. */
public final class Optional<T> {
  private final T value;

  public Optional(T value) {
    this.value = value;
  }

  public static <T> Optional<T> empty() {
    return new Optional<>(null);
  }

  public static <T> Optional<T> of(T value) {
    return new Optional<>(Objects.requireNonNull(value));
  }

  public static <T> Optional<T> ofNullable(T value) {
    return new Optional<>(value);
  }

  public boolean isPresent() {
    return value != null;
  }

  public boolean isEmpty() {
    return value == null;
  }

  public T get() {
    return orElseThrow();
  }

  public T getAsInt() {
    return orElseThrow();
  }

  public T getAsLong() {
    return orElseThrow();
  }

  public T getAsDouble() {
    return orElseThrow();
  }

  public T orElseThrow() {
    if (value == null) {
      throw new NoSuchElementException();
    }
    return value;
  }

  public <X extends Throwable> T orElseThrow(Supplier<? extends X> exception) throws X {
    if (value == null) {
      throw exception.get();
    }
    return value;
  }

  public T orElse(T other) {
    return value != null ? value : other;
  }

  public T orElseGet(Supplier<? extends T> other) {
    return value != null ? value : other.get();
  }

  public void ifPresent(Consumer<? super T> action) {
    if (value != null) {
      action.accept(value);
    }
  }

  public void ifPresentOrElse(Consumer<? super T> action, Runnable otherwise) {
    if (value != null) {
      action.accept(value);
    } else {
      otherwise.run();
    }
  }

  public Optional<T> filter(Predicate<? super T> condition) {
    return value == null || condition.test(value) ? this : empty();
  }

  public <U> Optional<U> map(Function<? super T, ? extends U> function) {
    if (value == null) {
      return empty();
    }
    U mapped = function.apply(value);
    if (!Machine.isKnown(mapped)) {
      mapped.getClass();
    }
    return new Optional<>(mapped);
  }

  public <U> Optional<U> flatMap(Function<? super T, Optional<U>> function) {
    return value == null ? empty() : function.apply(value);
  }

  public Optional<T> or(Supplier<Optional<T>> other) {
    return value == null ? other.get() : this;
  }

  public Stream<T> stream() {
    return value == null ? Stream.empty() : Stream.of(value);
  }
}
