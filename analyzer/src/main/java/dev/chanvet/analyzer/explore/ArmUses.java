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
import org.jspecify.annotations.Nullable;

/** What is seen of each select arm over all states of an exploration: whether it was ever alive. */
final class ArmUses {
  private record Place(Site arm, Site select) {}

  private static final class Seen {
    final Trace first;
    boolean armAlive;
    boolean unknown;
    boolean selectAlive;

    Seen(Trace first) {
      this.first = first;
    }
  }

  private final Map<Place, Seen> seen = new LinkedHashMap<>();

  /**
   * What a goroutine that stands before a select sees of its arms.
   *
   * @param arm where the arm is written
   * @param select where it is selected from
   * @param armAlive whether its channel is neither null nor nil
   * @param unknown whether nothing is known of its channel
   * @param selectAlive whether any arm of the select is alive
   */
  record View(Site arm, Site select, boolean armAlive, boolean unknown, boolean selectAlive) {}

  /** What {@code goroutine} sees; nothing if it does not stand before a select. */
  static List<View> views(State state, Goroutine goroutine) {
    Pending pending = goroutine.pending;
    if (pending == null || !pending.is(Primitive.SELECT)) {
      return List.of();
    }
    List<Offer> offers = Offer.of(state, goroutine.id, pending);
    boolean anyAlive = offers.stream().anyMatch(offer -> isAlive(state, offer));
    List<View> views = new ArrayList<>();
    for (Offer offer : offers) {
      Site arm = site(state, offer);
      if (arm != null) {
        boolean unknown = offer.channel() instanceof Value.Unknown;
        views.add(new View(arm, pending.site(), isAlive(state, offer), unknown, anyAlive));
      }
    }
    return views;
  }

  /** Where a sending or receiving arm is written; null for other offers. */
  private static @Nullable Site site(State state, Offer offer) {
    boolean operates = offer.kind() == Offer.Kind.RECEIVE || offer.kind() == Offer.Kind.SEND;
    return offer.armObject() != null && operates
        ? state.object(offer.armObject().id()).origin().site()
        : null;
  }

  /**
   * Those of a goroutine's offers that something could still come of: without arms that were alive
   * in another state, and were disabled since. All of them if none is left.
   */
  List<Offer> withoutDisabled(State state, Pending pending, List<Offer> offers) {
    List<Offer> left = offers.stream().filter(offer -> !isDisabled(state, pending, offer)).toList();
    return left.isEmpty() ? offers : left;
  }

  private boolean isDisabled(State state, Pending pending, Offer offer) {
    Site arm = site(state, offer);
    if (arm == null || isAlive(state, offer)) {
      return false;
    }
    Seen all = seen.get(new Place(arm, pending.site()));
    // An unknown channel is null by assumption only.
    return all != null && all.armAlive && !all.unknown;
  }

  void note(List<View> views, Supplier<Trace> trace) {
    for (View view : views) {
      Place place = new Place(view.arm(), view.select());
      Seen all = seen.computeIfAbsent(place, p -> new Seen(trace.get()));
      all.armAlive |= view.armAlive();
      all.unknown |= view.unknown();
      all.selectAlive |= view.selectAlive();
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
            new ArmUse(
                place.arm(),
                place.select(),
                all.armAlive,
                all.unknown,
                all.selectAlive,
                all.first)));
    uses.sort(Comparator.comparing(ArmUse::site));
    return uses;
  }
}
