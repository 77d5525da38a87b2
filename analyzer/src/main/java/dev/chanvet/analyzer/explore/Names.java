package dev.chanvet.analyzer.explore;

/** How traces name objects: by the variable they were assigned to, else by where they were made. */
final class Names {
  private Names() {}

  static String of(Origin origin) {
    return origin.name() != null ? origin.name() : "the one made in line " + origin.site().line();
  }

  static String channel(State state, Value value) {
    return value instanceof Value.Reference reference
        ? of(state.object(reference.id()).origin())
        : "a channel";
  }
}
