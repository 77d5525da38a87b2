package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.ir.Function;

/**
 * A place where execution may begin.
 *
 * @param kind how its code comes to be called
 * @param function what is called, with unknown arguments; an instance method on a new object
 */
public record Root(Kind kind, Function function) {
  /** How the code comes to be called. */
  public enum Kind {
    /** The program's entry: when it has returned, nobody else comes. */
    MAIN,
    /** A test method: like a main. */
    TEST,
    /** A method that clients may call, among others of its class. */
    ENTRY
  }

  @Override
  public String toString() {
    return function.owner() + "." + function.name();
  }
}
