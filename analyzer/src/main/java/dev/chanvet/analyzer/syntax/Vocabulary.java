package dev.chanvet.analyzer.syntax;

import dev.chanvet.analyzer.source.ByteReader;
import dev.chanvet.analyzer.source.ByteWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Words by number, so that many files can name them briefly. */
final class Vocabulary {
  private final List<String> words = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  static Vocabulary read(ByteReader in) {
    Vocabulary vocabulary = new Vocabulary();
    for (int rest = in.number(); rest > 0; rest--) {
      vocabulary.add(in.text());
    }
    return vocabulary;
  }

  void write(ByteWriter out) {
    out.number(words.size());
    words.forEach(out::text);
  }

  /** The number of a word, which is added if it is new. */
  int add(String word) {
    Integer number = numbers.putIfAbsent(word, words.size());
    if (number == null) {
      words.add(word);
      return words.size() - 1;
    }
    return number;
  }

  /** The numbers of words, sorted; new ones are added. */
  int[] addAll(Collection<String> some) {
    int[] found = some.stream().mapToInt(this::add).toArray();
    Arrays.sort(found);
    return found;
  }

  /** The number of a word, or -1. */
  int find(Object word) {
    Integer number = numbers.get(word);
    return number == null ? -1 : number;
  }

  String word(int number) {
    return words.get(number);
  }
}
