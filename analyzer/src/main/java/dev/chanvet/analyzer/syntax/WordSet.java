package dev.chanvet.analyzer.syntax;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.PrimitiveIterator;

/** A set of words that is held as their numbers, sorted. */
final class WordSet extends AbstractSet<String> {
  private final Vocabulary vocabulary;
  private final int[] numbers;

  WordSet(Vocabulary vocabulary, int[] numbers) {
    this.vocabulary = vocabulary;
    this.numbers = numbers;
  }

  @Override
  public boolean contains(Object word) {
    int number = vocabulary.find(word);
    return number >= 0 && Arrays.binarySearch(numbers, number) >= 0;
  }

  @Override
  public Iterator<String> iterator() {
    PrimitiveIterator.OfInt rest = Arrays.stream(numbers).iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rest.hasNext();
      }

      @Override
      public String next() {
        return vocabulary.word(rest.nextInt());
      }
    };
  }

  @Override
  public int size() {
    return numbers.length;
  }
}
