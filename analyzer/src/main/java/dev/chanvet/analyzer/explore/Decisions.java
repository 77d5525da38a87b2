package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.ir.Operator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What has been assumed of unknown values on the way to a state: the outcomes of tests, and the
 * values of an unknown object's fields. So two tests of one value agree.
 */
final class Decisions {
  /**
   * A question about an unknown value.
   *
   * @param unknown its id
   * @param kind what is asked: {@code field}, {@code instanceof}, {@code equals}, {@code null}, or
   *     a comparison's symbol
   * @param detail the field, type or constant
   */
  record Question(int unknown, String kind, String detail) implements Comparable<Question> {
    private static final Comparator<Question> ORDER =
        Comparator.comparingInt(Question::unknown)
            .thenComparing(Question::kind)
            .thenComparing(Question::detail);

    @Override
    public int compareTo(Question other) {
      return ORDER.compare(this, other);
    }
  }

  final NavigableMap<Question, Value> answers = new TreeMap<>();

  /** What has been decided about the unknown of that id, in a fixed order. */
  SortedMap<Question, Value> about(int unknown) {
    return answers.subMap(new Question(unknown, "", ""), new Question(unknown + 1, "", ""));
  }

  /** Assumes that a value is not null; nothing to do for one that is known. */
  void assumeNotNull(Value value) {
    if (value instanceof Value.Unknown unknown) {
      decide(isNull(unknown), Value.FALSE);
    }
  }

  /** Notes that a method of the value is called: it is not null, unless it was found to be. */
  void assumeCalled(Value.Unknown value) {
    answers.putIfAbsent(isNull(value), Value.FALSE);
  }

  private static Question isNull(Value.Unknown value) {
    return new Question(value.id(), "is", Value.NULL.toString());
  }

  /** The length of an unknown array, which never changes; null if nobody has asked for it yet. */
  @Nullable Value length(Value.Unknown array) {
    return answer(length(array.id()));
  }

  /** Asks for the length of an unknown array: {@code fresh}, if it is the first time. */
  Value length(Value.Unknown array, Supplier<Value> fresh) {
    return answers.computeIfAbsent(length(array.id()), question -> fresh.get());
  }

  private static Question length(int array) {
    return new Question(array, "length", "");
  }

  /** How many questions have been answered. */
  int size() {
    return answers.size();
  }

  Decisions copy() {
    Decisions copy = new Decisions();
    copy.answers.putAll(answers);
    return copy;
  }

  @Nullable Value answer(Question question) {
    return answers.get(question);
  }

  void decide(Question question, Value answer) {
    answers.put(question, answer);
  }

  void mapValues(UnaryOperator<Value> mapping) {
    answers.replaceAll((question, answer) -> mapping.apply(answer));
  }

  /** Those of {@code candidates} that agree with every comparison already decided. */
  List<Long> consistent(Value.Unknown unknown, List<Long> candidates) {
    List<Long> left = new ArrayList<>(candidates);
    comparisons(
        unknown,
        (operator, constant, outcome) ->
            left.removeIf(n -> Arithmetic.compare(operator, n, constant) != outcome));
    return left;
  }

  /** A number next to one that it was compared with, that agrees with every comparison decided. */
  Optional<Long> near(Value.Unknown unknown) {
    List<Long> candidates = new ArrayList<>();
    comparisons(
        unknown,
        (operator, constant, outcome) ->
            candidates.addAll(List.of(constant, constant + 1, constant - 1)));
    return consistent(unknown, candidates).stream().findFirst();
  }

  @FunctionalInterface
  private interface Comparison {
    void accept(Operator operator, long constant, boolean outcome);
  }

  private void comparisons(Value.Unknown unknown, Comparison consumer) {
    answers.forEach((question, answer) -> {
      if (question.unknown() == unknown.id() && answer instanceof Value.Bool outcome) {
        Operator operator = comparison(question.kind());
        if (operator != null) {
          consumer.accept(operator, Long.parseLong(question.detail()), outcome.value());
        }
      }
    });
  }

  private static @Nullable Operator comparison(String kind) {
    for (Operator operator : Operator.values()) {
      if (Arithmetic.isComparison(operator) && operator.symbol().equals(kind)) {
        return operator;
      }
    }
    return null;
  }
}
