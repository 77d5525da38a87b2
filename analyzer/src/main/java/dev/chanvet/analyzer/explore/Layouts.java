package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.facts.Hierarchy;
import java.util.HashMap;
import java.util.Map;

/** One {@link Layout} a class, made when first needed. */
final class Layouts {
  private final Hierarchy hierarchy;
  private final Map<String, Layout> layouts = new HashMap<>();

  Layouts(Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
  }

  Layout of(String type) {
    return layouts.computeIfAbsent(type, name -> new Layout(name, hierarchy));
  }
}
