package java.util.stream;

import dev.chanvet.model.Machine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The library's collectors. Kept: elements, keys, order. Lost: text, averages, statistics. */
public final class Collectors {
  private Collectors() {}

  public static <T, C extends Collection<T>> Collector<T, C, C> toCollection(Supplier<C> supplier) {
    return new Recipe<>(supplier, (all, element) -> all.add(element), all -> all);
  }

  public static <T> Collector<T, List<T>, List<T>> toList() {
    return toCollection(ArrayList::new);
  }

  public static <T> Collector<T, List<T>, List<T>> toUnmodifiableList() {
    return toList();
  }

  public static <T> Collector<T, Set<T>, Set<T>> toSet() {
    return toCollection(HashSet::new);
  }

  public static <T> Collector<T, Set<T>, Set<T>> toUnmodifiableSet() {
    return toSet();
  }

  public static <T, K, U> Collector<T, Map<K, U>, Map<K, U>> toMap(
      Function<? super T, ? extends K> key, Function<? super T, ? extends U> value) {
    return new Recipe<>(
        HashMap::new,
        (all, element) -> all.put(key.apply(element), value.apply(element)),
        all -> all);
  }

  public static <T, K, U> Collector<T, Map<K, U>, Map<K, U>> toUnmodifiableMap(
      Function<? super T, ? extends K> key, Function<? super T, ? extends U> value) {
    return toMap(key, value);
  }

  public static <T, K, U> Collector<T, Map<K, U>, Map<K, U>> toConcurrentMap(
      Function<? super T, ? extends K> key, Function<? super T, ? extends U> value) {
    return toMap(key, value);
  }

  public static <T, K, U> Collector<T, Map<K, U>, Map<K, U>> toMap(
      Function<? super T, ? extends K> key,
      Function<? super T, ? extends U> value,
      BinaryOperator<U> merge) {
    return toMap(key, value, merge, HashMap::new);
  }

  public static <T, K, U, M extends Map<K, U>> Collector<T, M, M> toMap(
      Function<? super T, ? extends K> key,
      Function<? super T, ? extends U> value,
      BinaryOperator<U> merge,
      Supplier<M> supplier) {
    return new Recipe<>(
        supplier,
        (all, element) -> all.merge(key.apply(element), value.apply(element), merge),
        all -> all);
  }

  public static <T, K> Collector<T, ?, Map<K, List<T>>> groupingBy(
      Function<? super T, ? extends K> key) {
    return groupingBy(key, toList());
  }

  public static <T, K, A, D> Collector<T, ?, Map<K, D>> groupingBy(
      Function<? super T, ? extends K> key, Collector<? super T, A, D> inner) {
    return groupingBy(key, HashMap::new, inner);
  }

  public static <T, K, A, D> Collector<T, ?, Map<K, D>> groupingBy(
      Function<? super T, ? extends K> key,
      Supplier<? extends Map<K, D>> supplier,
      Collector<? super T, A, D> inner) {
    return new Recipe<T, Map<K, Object>, Map<K, D>>(
        (Supplier) supplier,
        (all, element) ->
            Machine.call(
                inner.accumulator(),
                all.computeIfAbsent(key.apply(element), k -> inner.supplier().get()),
                element),
        all -> {
          all.replaceAll((k, group) -> Machine.call(inner.finisher(), group));
          return (Map<K, D>) all;
        });
  }

  public static <T> Collector<T, ?, Map<Boolean, List<T>>> partitioningBy(
      Predicate<? super T> condition) {
    return groupingBy(condition::test);
  }

  public static <T, U, A, R> Collector<T, A, R> mapping(
      Function<? super T, ? extends U> function, Collector<? super U, A, R> inner) {
    return new Recipe<>(
        inner.supplier(),
        (all, element) -> Machine.call(inner.accumulator(), all, function.apply(element)),
        inner.finisher());
  }

  public static <T, A, R> Collector<T, A, R> filtering(
      Predicate<? super T> condition, Collector<? super T, A, R> inner) {
    return new Recipe<>(
        inner.supplier(),
        (all, element) -> {
          if (condition.test(element)) {
            Machine.call(inner.accumulator(), all, element);
          }
        },
        inner.finisher());
  }

  public static <T, A, R, S> Collector<T, A, S> collectingAndThen(
      Collector<T, A, R> inner, Function<R, S> function) {
    return new Recipe<>(
        inner.supplier(),
        inner.accumulator(),
        all -> function.apply(Machine.call(inner.finisher(), all)));
  }

  public static <T> Collector<T, List<T>, Long> counting() {
    return new Recipe<>(ArrayList::new, List::add, all -> (long) all.size());
  }

  public static <T> Collector<T, List<T>, T> reducing(T identity, BinaryOperator<T> operator) {
    return new Recipe<>(ArrayList::new, List::add, all -> all.stream().reduce(identity, operator));
  }

  public static <T> Collector<T, List<T>, Optional<T>> reducing(BinaryOperator<T> operator) {
    return new Recipe<>(ArrayList::new, List::add, all -> all.stream().reduce(operator));
  }

  public static <T> Collector<T, List<T>, Integer> summingInt(Object function) {
    return new Recipe<>(ArrayList::new, List::add, all -> all.stream().map(function).sum());
  }

  public static <T> Collector<T, List<T>, Long> summingLong(Object function) {
    return new Recipe<>(ArrayList::new, List::add, all -> (long) all.stream().map(function).sum());
  }

  public static Collector<CharSequence, List<CharSequence>, String> joining() {
    return new Recipe<>(ArrayList::new, List::add, all -> Machine.unknown());
  }

  public static Collector<CharSequence, List<CharSequence>, String> joining(
      CharSequence separator) {
    return joining();
  }

  public static Collector<CharSequence, List<CharSequence>, String> joining(
      CharSequence separator, CharSequence prefix, CharSequence suffix) {
    return joining();
  }
}
