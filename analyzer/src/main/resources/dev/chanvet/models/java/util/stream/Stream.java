package java.util.stream;

import dev.chanvet.model.ArrayIterator;
import dev.chanvet.model.ElementList;
import dev.chanvet.model.ElementSet;
import dev.chanvet.model.Machine;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A stream, a class here; those of numbers are this class too. Kept: elements, order, laziness, and
 * that a parallel one runs its functions in goroutines. Lost: order after sorting, statistics, the
 * number of goroutines that a parallel one may use.
 */
public final class Stream<T> implements AutoCloseable {
  private final Iterator source;
  private boolean parallel;
  private Runnable onClose;

  public Stream(Iterator source) {
    this.source = source;
  }

  public static <T> Stream<T> of(T... elements) {
    return new Stream<>(new ArrayIterator<>(elements));
  }

  public static <T> Stream<T> ofNullable(T element) {
    return element == null ? empty() : of(element);
  }

  public static <T> Stream<T> empty() {
    return of();
  }

  public static <T> Stream<T> iterate(T seed, Object function) {
    return new Stream<>(new Stages.Iterated(seed, null, function));
  }

  public static <T> Stream<T> iterate(T seed, Object condition, Object function) {
    return new Stream<>(new Stages.Iterated(seed, condition, function));
  }

  public static <T> Stream<T> generate(Object supplier) {
    return new Stream<>(new Stages.Mapped(new Stages.Range(0, Long.MAX_VALUE), supplier));
  }

  public static <T> Stream<T> concat(Stream<? extends T> first, Stream<? extends T> second) {
    return new Stream<>(new Stages.Joined(first.source, second.source));
  }

  private <R> Stream<R> then(Stage stage) {
    Stream<R> next = new Stream<>(stage);
    next.parallel = parallel;
    next.onClose = onClose;
    return next;
  }

  public Iterator<T> iterator() {
    return source;
  }

  public Stream<T> parallel() {
    parallel = true;
    return this;
  }

  public Stream<T> sequential() {
    parallel = false;
    return this;
  }

  public boolean isParallel() {
    return parallel;
  }

  public Stream<T> unordered() {
    return this;
  }

  public Stream<T> onClose(Runnable action) {
    onClose = action;
    return this;
  }

  public void close() {
    if (onClose != null) {
      onClose.run();
    }
  }

  public <R> Stream<R> map(Object function) {
    return then(parallel ? Parallel.mapped(source, function) : new Stages.Mapped(source, function));
  }

  public <R> Stream<R> mapToObj(Object function) {
    return map(function);
  }

  public Stream<Integer> mapToInt(Object function) {
    return map(function);
  }

  public Stream<Long> mapToLong(Object function) {
    return map(function);
  }

  public Stream<Double> mapToDouble(Object function) {
    return map(function);
  }

  public Stream<T> boxed() {
    return this;
  }

  public Stream<T> asLongStream() {
    return this;
  }

  public Stream<T> asDoubleStream() {
    return this;
  }

  public <R> Stream<R> flatMap(Object function) {
    return then(new Stages.Flat(source, function));
  }

  public Stream<Integer> flatMapToInt(Object function) {
    return flatMap(function);
  }

  public Stream<T> filter(Object condition) {
    return then(new Stages.Filtered(source, condition, false));
  }

  public Stream<T> takeWhile(Object condition) {
    return then(new Stages.Filtered(source, condition, true));
  }

  public Stream<T> dropWhile(Object condition) {
    return then(new Stages.Skipped(source, 0, condition));
  }

  public Stream<T> limit(long count) {
    return then(new Stages.Limited(source, count));
  }

  public Stream<T> skip(long count) {
    return then(new Stages.Skipped(source, count, null));
  }

  public Stream<T> peek(Object action) {
    UnaryOperator<T> seen =
        element -> {
          Machine.call(action, element);
          return element;
        };
    return map(seen);
  }

  public Stream<T> distinct() {
    ElementSet<T> elements = new ElementSet<>();
    drainTo(elements);
    return elements.stream();
  }

  public Stream<T> sorted() {
    return sorted(null);
  }

  public Stream<T> sorted(Object order) {
    List<T> list = toList();
    list.sort(order);
    return list.stream();
  }

  private void drainTo(Collection<T> target) {
    while (source.hasNext()) {
      target.add((T) source.next());
    }
  }

  public void forEach(Object action) {
    if (parallel) {
      Parallel.run(source, action);
    } else {
      forEachOrdered(action);
    }
  }

  public void forEachOrdered(Object action) {
    while (source.hasNext()) {
      Machine.call(action, source.next());
    }
  }

  public List<T> toList() {
    List<T> list = new ElementList<>();
    drainTo(list);
    return list;
  }

  public Object[] toArray() {
    return toList().toArray();
  }

  public <A> A[] toArray(Object generator) {
    return (A[]) toArray();
  }

  public <R, A> R collect(Collector<? super T, A, R> collector) {
    Object container = collector.supplier().get();
    while (source.hasNext()) {
      Machine.call(collector.accumulator(), container, source.next());
    }
    return Machine.call(collector.finisher(), container);
  }

  public <R> R collect(Object supplier, Object accumulator, Object combiner) {
    R container = Machine.call(supplier);
    while (source.hasNext()) {
      Machine.call(accumulator, container, source.next());
    }
    return container;
  }

  public T reduce(T identity, Object operator) {
    Object result = identity;
    while (source.hasNext()) {
      result = Machine.call(operator, result, source.next());
    }
    return (T) result;
  }

  public Optional<T> reduce(Object operator) {
    return source.hasNext() ? Optional.of(reduce((T) source.next(), operator)) : Optional.empty();
  }

  public <U> U reduce(U identity, Object accumulator, Object combiner) {
    return (U) reduce((T) identity, accumulator);
  }

  public Optional<T> findFirst() {
    return source.hasNext() ? Optional.of((T) source.next()) : Optional.empty();
  }

  public Optional<T> findAny() {
    return findFirst();
  }

  public boolean anyMatch(Object condition) {
    while (source.hasNext()) {
      if ((boolean) Machine.call(condition, source.next())) {
        return true;
      }
    }
    return false;
  }

  public boolean allMatch(Object condition) {
    while (source.hasNext()) {
      if (!(boolean) Machine.call(condition, source.next())) {
        return false;
      }
    }
    return true;
  }

  public boolean noneMatch(Object condition) {
    return !anyMatch(condition);
  }

  public long count() {
    long count = 0;
    while (source.hasNext()) {
      source.next();
      count++;
    }
    return count;
  }

  public int sum() {
    int sum = 0;
    while (source.hasNext()) {
      sum += (int) source.next();
    }
    return sum;
  }

  public Optional<Double> average() {
    return count() == 0 ? Optional.empty() : Optional.of((Double) Machine.unknown());
  }

  public Optional<T> max() {
    return max(null);
  }

  public Optional<T> max(Object order) {
    List<T> all = toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(Collections.max(all, order));
  }

  public Optional<T> min() {
    return min(null);
  }

  public Optional<T> min(Object order) {
    List<T> all = toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(Collections.min(all, order));
  }
}
