package dev.chanvet.analyzer.explore;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Small numbers for the things that keys mention; the order of first mention decides. Equal things
 * have one number. Nearly all things are asked for again and again as the very same object, so that
 * is looked for first.
 */
final class Interner {
  private final Map<Object, Integer> known = new IdentityHashMap<>();
  private final Map<Object, Integer> numbers = new HashMap<>();

  int number(@Nullable Object thing) {
    if (thing == null) {
      return -1;
    }
    Integer number = known.get(thing);
    if (number == null) {
      number = numbers.computeIfAbsent(thing, t -> numbers.size());
      known.put(thing, number);
    }
    return number;
  }
}
