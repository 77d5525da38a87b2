package dev.chanvet.analyzer.ir;

/**
 * A local variable or temporary of one function. Registers are mutable: a loop assigns its variable
 * again, as in the source.
 *
 * @param index position in the function's frame, from 0
 * @param name the source name, or {@code t<index>} for a temporary
 */
public record Register(int index, String name) {
  @Override
  public boolean equals(Object other) {
    return other instanceof Register that && index == that.index;
  }

  @Override
  public int hashCode() {
    return index;
  }

  @Override
  public String toString() {
    return name;
  }
}
