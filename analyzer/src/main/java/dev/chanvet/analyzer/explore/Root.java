package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.ir.Function;
import org.jspecify.annotations.Nullable;

/**
 * A place where execution may begin.
 *
 * @param kind how its code comes to be called
 * @param function what is called, with unknown arguments; an instance method on a new object
 * @param other what a second client calls on the same object; null unless there are two
 * @param starter what has been called on that object before; null if nothing
 * @param calls how often the first client calls
 */
public record Root(
    Kind kind, Function function, @Nullable Function other, @Nullable Function starter, int calls) {
  /** How the code comes to be called. */
  public enum Kind {
    /** The program's entry: when it has returned, nobody else comes. */
    MAIN,
    /** A test method: like a main. */
    TEST,
    /** A method that clients may call, among others of its class. */
    ENTRY,
    /** Two methods that two clients call at the same time, or one that both call. */
    CLIENTS
  }

  /** A root with one caller. */
  public Root(Kind kind, Function function) {
    this(kind, function, null, null, 1);
  }

  /** Whether code outside the program calls it. */
  public boolean isCalledFromOutside() {
    return kind == Kind.ENTRY || kind == Kind.CLIENTS;
  }

  /** The same with more calls by the first client. */
  Root often(int times) {
    return new Root(kind, function, other, starter, times);
  }

  @Override
  public String toString() {
    String called = function.owner() + "." + function.name();
    if (other == null) {
      return called;
    }
    return other.equals(function) ? called + " by two callers" : called + " beside " + other.name();
  }
}
