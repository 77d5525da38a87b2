package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.explore.Exploration.ArmUse;
import dev.chanvet.analyzer.ir.Primitive;
import dev.chanvet.analyzer.source.Site;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What is seen of each select arm over all states of an exploration: whether it was ever alive. */
final class ArmUses {
  private record Place(Site arm, Site select) {}

  private static final class Seen {
    final Trace first;
    boolean armAlive;
    boolean selectAlive;

    Seen(Trace first) {
      this.first = first;
    }
  }

  private final Map<Place, Seen> seen = new LinkedHashMap<>();

  void note(State state, Supplier<Trace> trace) {
    for (Goroutine goroutine : state.goroutines) {
      if (goroutine.pending != null && goroutine.pending.is(Primitive.SELECT)) {
        List<Offer> offers = Offer.of(state, goroutine.id, goroutine.pending);
        boolean anyAlive = offers.stream().anyMatch(offer -> isAlive(state, offer));
        for (Offer offer : offers) {
          if (offer.armObject() != null
              && (offer.kind() == Offer.Kind.RECEIVE || offer.kind() == Offer.Kind.SEND)) {
            Place place =
                new Place(
                    state.object(offer.armObject().id()).origin().site(), goroutine.pending.site());
            Seen all = seen.computeIfAbsent(place, p -> new Seen(trace.get()));
            all.armAlive |= isAlive(state, offer);
            all.selectAlive |= anyAlive;
          }
        }
      }
    }
  }

  private static boolean isAlive(State state, Offer offer) {
    if (offer.kind() == Offer.Kind.TIMEOUT || offer.kind() == Offer.Kind.DEFAULT) {
      return true;
    }
    if (offer.channel() instanceof Value.Null) {
      return false;
    }
    HeapObject.Channel channel = state.object(offer.channel(), HeapObject.Channel.class);
    return channel == null || !channel.isNil();
  }

  List<ArmUse> uses() {
    List<ArmUse> uses = new ArrayList<>();
    seen.forEach((place, all) ->
        uses.add(
            new ArmUse(place.arm(), place.select(), all.armAlive, all.selectAlive, all.first)));
    uses.sort(Comparator.comparing(ArmUse::site));
    return uses;
  }
}
