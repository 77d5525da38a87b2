package dev.chanvet.analyzer.explore;

import java.util.regex.Pattern;

/** How traces name objects: by the variable they were assigned to, else by where they were made. */
final class Names {
  /**
   * How goroutines are called.
   *
   * @param first the root's own
   */
  record Cast(String first) {
    private static final Pattern FIRST = Pattern.compile("\\bgoroutine 1\\b");

    String name(int goroutine) {
      return goroutine == 1 ? first : "goroutine " + goroutine;
    }

    /** The text of an event, which calls goroutines by numbers only. */
    String named(String text) {
      return FIRST.matcher(text).replaceAll(first);
    }
  }

  private static final String CONSTRUCTOR = ".<init>";

  private Names() {}

  static String of(Origin origin) {
    return origin.name() != null
        ? origin.name()
        : "the " + kind(origin.maker()) + " made in line " + origin.site().line();
  }

  /** What {@code maker} makes, as far as its name tells. */
  private static String kind(String maker) {
    if (maker.startsWith("Channel.")) {
      return "channel";
    }
    return maker.endsWith(CONSTRUCTOR)
        ? maker.substring(0, maker.length() - CONSTRUCTOR.length())
        : "one";
  }

  /** The name of what {@code value} refers to; {@code unknown} if it refers to nothing known. */
  static String of(State state, Value value, String unknown) {
    return value instanceof Value.Reference reference
        ? of(state.object(reference.id()).origin())
        : unknown;
  }
}
