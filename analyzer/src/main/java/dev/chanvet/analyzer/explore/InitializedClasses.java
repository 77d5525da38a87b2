package dev.chanvet.analyzer.explore;

import java.util.Collections;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names of the classes that have been initialized, in a fixed order. Copies share them until
 * one of them is changed.
 */
final class InitializedClasses implements Iterable<String> {
  private Set<String> names = new TreeSet<>();
  private boolean shared;

  boolean contains(String name) {
    return names.contains(name);
  }

  void add(String name) {
    if (shared) {
      names = new TreeSet<>(names);
      shared = false;
    }
    names.add(name);
  }

  @Override
  public Iterator<String> iterator() {
    return Collections.unmodifiableSet(names).iterator();
  }

  InitializedClasses copy() {
    InitializedClasses copy = new InitializedClasses();
    copy.names = names;
    copy.shared = true;
    shared = true;
    return copy;
  }
}
