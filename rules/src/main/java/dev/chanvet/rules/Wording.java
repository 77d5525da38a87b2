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

  /** The channel that an operation found closed, in quotes; it is not always known which. */
  public static String closed(@Nullable Origin origin) {
    return origin == null ? "a channel" : "'" + name(origin) + "'";
  }

  /** The same of any meeting point: {@code the queue made in line 7}. */
  public static String name(Blocked blocked, @Nullable Origin origin) {
    if (origin == null || origin.name() != null) {
      return name(origin);
    }
    return "the " + noun(blocked) + " made in line " + origin.site().line();
  }

  private static String noun(Blocked blocked) {
    MeetingPoint place = MeetingPoint.of(blocked);
    if (place != null) {
      return place.noun();
    }
    return switch (blocked.subjects().getFirst().kind()) {
      case A_LOCK -> "lock";
      case A_SIGNAL -> "condition";
      case AN_END -> blocked.operation().startsWith("Thread.") ? "thread" : "task";
      case A_COUNT -> "counter";
      case A_RECEIVER, A_SENDER_OR_CLOSE -> "channel";
    };
  }

  /** What a goroutine that waits is doing: {@code send to}, {@code take from}. */
  public static String verb(Blocked blocked) {
    String method = blocked.operation().replaceFirst(".*\\.", "");
    return switch (MeetingPoint.ofChannelOperation(blocked)) {
      case QUEUE -> method + (blocked.wantsToSend() ? " to" : " from");
      case PIPE -> method + (blocked.wantsToSend() ? " to" : " from");
      case FUTURE -> method + " of";
      case EXCHANGER -> method + " on";
      case CHANNEL -> channelVerb(blocked);
    };
  }

  private static String channelVerb(Blocked blocked) {
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
