package dev.chanvet.analyzer.ir;

import org.jspecify.annotations.Nullable;

/**
 * A field as the source names it.
 *
 * @param owner the class where the search starts (it goes upwards); null when only the object's own
 *     class can tell
 * @param name the field's name; {@code this$0} is the enclosing object of an inner class, {@code
 *     val$x} a captured variable of a local or anonymous class
 */
public record FieldRef(@Nullable String owner, String name) {
  @Override
  public String toString() {
    return owner == null ? name : owner + "." + name;
  }
}
