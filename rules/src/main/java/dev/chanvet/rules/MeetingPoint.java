package dev.chanvet.rules;

import dev.chanvet.analyzer.explore.Blocked;
import dev.chanvet.analyzer.explore.Blocked.Kind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What goroutines meet at: a channel, or what the JDK has instead. Each has words of its own; a
 * queue has no close.
 */
public enum MeetingPoint {
  CHANNEL(
      "channel",
      "on some schedule no goroutine is left that receives from it",
      "give '%s' room for all that is sent, or select the send together with a done channel",
      "on some schedule no goroutine is left that sends to it or closes it",
      "close '%s' on every path of its sender, or select the receive together with a done channel"),

  QUEUE(
      "queue",
      "on some schedule no thread is left that takes from it",
      "give '%s' room for all that is put, or offer with a timeout",
      "on some schedule no thread is left that puts anything into it",
      "put one last element into '%s' for each consumer on every path of the producer, or interrupt"
          + " the consumers"),

  /** Who waits for one that nobody completes is told by the rule for signals. */
  FUTURE("future", "", "", "", ""),

  EXCHANGER(
      "exchanger",
      "",
      "",
      "on some schedule no partner is left that comes to it",
      "let the partner of '%s' come on every path, or exchange with a timeout"),

  PIPE(
      "pipe",
      "on some schedule no thread is left that reads from it",
      "read '%s' to its end, or close it",
      "on some schedule no thread is left that writes to it or closes it",
      "close '%s' on every path of its writer");

  private static final Set<String> FUTURES =
      Set.of("FutureTask", "CompletionStage", "Fork", "CancellableFork");

  private final String noun;
  private final String noReceiver;
  private final String mendSend;
  private final String noSender;
  private final String mendReceive;

  MeetingPoint(
      String noun, String noReceiver, String mendSend, String noSender, String mendReceive) {
    this.noun = noun;
    this.noReceiver = noReceiver;
    this.mendSend = mendSend;
    this.noSender = noSender;
    this.mendReceive = mendReceive;
  }

  /** What a goroutine waits at; null if that is no meeting point: a lock, a count. */
  public static @Nullable MeetingPoint of(Blocked blocked) {
    String owner = blocked.operation().replaceFirst("\\..*", "");
    boolean forAll = blocked.operation().endsWith(".invokeAll");
    if (owner.endsWith("Future") || FUTURES.contains(owner) || forAll) {
      return FUTURE;
    }
    if (owner.equals("Exchanger")) {
      return EXCHANGER;
    }
    if (owner.endsWith("Queue") || owner.endsWith("Deque") || owner.endsWith("CompletionService")) {
      return QUEUE;
    }
    if (owner.startsWith("Piped")) {
      return PIPE;
    }
    return blocked.isChannelOperation() ? CHANNEL : null;
  }

  /** The same for a goroutine that waits in a channel operation in any case. */
  public static MeetingPoint ofChannelOperation(Blocked blocked) {
    MeetingPoint found = of(blocked);
    return found == null ? CHANNEL : found;
  }

  /** Whether a goroutine waits for a partner that takes what it brings. */
  public static boolean awaitsReceiver(Blocked blocked) {
    return of(blocked) != null && blocked.wantsToSend();
  }

  /** Whether a goroutine waits for what a partner brings; a future's result excepted. */
  public static boolean awaitsSender(Blocked blocked) {
    MeetingPoint place = of(blocked);
    return place != null && place != FUTURE && !blocked.wantsToSend();
  }

  /** {@code channel}. */
  public String noun() {
    return noun;
  }

  /** Why a wait for that kind of help does not end. */
  public String why(Kind kind) {
    return kind == Kind.A_RECEIVER ? noReceiver : noSender;
  }

  /** What to do about it. */
  public String mend(Kind kind, String name) {
    return (kind == Kind.A_RECEIVER ? mendSend : mendReceive).formatted(name);
  }
}
