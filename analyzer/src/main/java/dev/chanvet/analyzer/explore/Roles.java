package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.ir.Primitive;
import java.util.Optional;
import java.util.Set;

/** Who sends to a channel and who receives from it: what close-by-receiver asks. */
final class Roles {
  private static final Set<Primitive> SENDS = Set.of(Primitive.SEND, Primitive.TRY_SEND);

  private final Futures futures;

  Roles(Futures futures) {
    this.futures = futures;
  }

  /** Writes down what the goroutines of a transition were ready to do, chosen or not. */
  void note(State state, Transition transition) {
    note(state, transition.goroutine());
    if (transition.partner() >= 0) {
      note(state, transition.partner());
    }
  }

  private static void note(State state, int id) {
    Goroutine goroutine = state.goroutine(id);
    for (Offer offer : Offer.of(state, id, goroutine.operation())) {
      if (offer.channel() instanceof Value.Reference channel) {
        switch (offer.kind()) {
          case SEND -> goroutine.sentTo.set(channel.id());
          case RECEIVE -> goroutine.receivedFrom.set(channel.id());
          case TIMEOUT, DEFAULT -> {}
        }
      }
    }
  }

  /**
   * If the goroutine that closed has only ever received from the channel, another goroutine that
   * may still send to it.
   */
  Optional<Goroutine> otherSender(State state, Closing closing) {
    Goroutine closer = state.goroutine(closing.goroutine());
    if (closer == null || !(closing.channel() instanceof Value.Reference channel)) {
      return Optional.empty();
    }
    boolean onlyReceives =
        closer.receivedFrom.get(channel.id()) && !closer.sentTo.get(channel.id());
    if (!onlyReceives || state.isEscaped(channel.id())) {
      return Optional.empty();
    }
    return state.goroutines.stream()
        .filter(other -> other.id != closer.id && !other.ended)
        .filter(other -> maySend(state, other, channel.id()))
        .findFirst();
  }

  private boolean maySend(State state, Goroutine goroutine, int channel) {
    boolean sendsNow =
        goroutine.pending != null
            && Offer.of(state, goroutine.id, goroutine.operation()).stream()
                .anyMatch(offer ->
                    offer.kind() == Offer.Kind.SEND
                        && offer.channel().equals(new Value.Reference(channel)));
    return sendsNow || futures.of(state, goroutine).may(SENDS, channel);
  }
}
