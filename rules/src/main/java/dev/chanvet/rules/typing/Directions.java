package dev.chanvet.rules.typing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What is done with the channels that holders hold, by whoever they hand them on to as well. An
 * over-approximation: a use that is not understood counts as one that needs the whole channel.
 */
final class Directions {
  /** A way to use a channel. */
  enum Use {
    /** Sends or closes: needs a {@code SendChannel}. */
    SEND,
    /** Receives or loops: needs a {@code ReceiveChannel}. */
    RECEIVE,
    /** Needs a {@code Channel}, as far as can be seen. */
    WHOLE
  }

  private final Map<Holder, Set<Use>> uses = new HashMap<>();
  private final Map<Holder, Set<Holder>> givers = new HashMap<>();

  void add(Holder holder, Use use) {
    uses.computeIfAbsent(holder, h -> EnumSet.noneOf(Use.class)).add(use);
  }

  /** Says that what {@code giver} holds comes to be held by {@code taker}. */
  void handsOn(Holder giver, Holder taker) {
    givers.computeIfAbsent(taker, h -> new LinkedHashSet<>()).add(giver);
  }

  /** Carries the uses of all takers back to the givers. Call once, when all has been added. */
  void settle() {
    Deque<Holder> open = new ArrayDeque<>(uses.keySet());
    while (!open.isEmpty()) {
      Holder taker = open.remove();
      Set<Use> made = EnumSet.copyOf(of(taker));
      for (Holder giver : givers.getOrDefault(taker, Set.of())) {
        if (uses.computeIfAbsent(giver, h -> EnumSet.noneOf(Use.class)).addAll(made)) {
          open.add(giver);
        }
      }
    }
  }

  Set<Use> of(Holder holder) {
    return uses.getOrDefault(holder, Set.of());
  }
}
