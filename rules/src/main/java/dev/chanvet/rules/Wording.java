package dev.chanvet.rules;

import dev.chanvet.analyzer.explore.Blocked;
import dev.chanvet.analyzer.explore.Origin;
import dev.chanvet.analyzer.ir.Primitive;
import dev.chanvet.analyzer.source.Site;
import org.jspecify.annotations.Nullable;

/** How messages call things, so that all rules call them the same. */
public final class Wording {
  private Wording() {}

  /** A channel by its variable, or by where it was made. */
  public static String name(@Nullable Origin origin) {
    if (origin == null) {
      return "null";
    }
    return origin.name() == null
        ? "the channel made in line " + origin.site().line()
        : origin.name();
  }

  /** What a goroutine that waits is doing: {@code send to}. */
  public static String verb(Blocked blocked) {
    if (blocked.primitive() == Primitive.SELECT) {
      return "select on";
    }
    return switch (blocked.subjects().getFirst().kind()) {
      case A_RECEIVER -> "send to";
      case A_SENDER_OR_CLOSE -> "receive from";
      case A_COUNT, A_SIGNAL -> "wait for";
      case A_LOCK -> "lock of";
      case AN_END -> "join of";
    };
  }

  /** A line of the same file as {@code from}, or of another file. */
  public static String line(Site place, Site from) {
    return place.file().equals(from.file())
        ? "line " + place.line()
        : place.file().path() + " line " + place.line();
  }
}
