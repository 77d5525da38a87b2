package dev.chanvet.analyzer.explore;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Small numbers for the things that keys mention; the order of first mention decides. */
final class Interner {
  private final Map<Object, Integer> numbers = new HashMap<>();

  int number(@Nullable Object thing) {
    return thing == null ? -1 : numbers.computeIfAbsent(thing, t -> numbers.size());
  }
}
