package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.facts.Hierarchy;
import dev.chanvet.analyzer.ir.Function;
import java.util.List;

/** Notices offers to the JDK's queues that fail without anybody looking at their result. */
final class Losses {
  private static final String OBJECT = "java.lang.Object";

  private final Hierarchy hierarchy;

  Losses(Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
  }

  /** Whether a failing offer was noted; {@code offer} is what the goroutine gives up. */
  boolean note(State state, Goroutine goroutine, Offer offer) {
    Frame model = Stacks.modelFrame(goroutine, hierarchy);
    HeapObject.Channel channel = state.object(offer.channel(), HeapObject.Channel.class);
    if (model == null
        || channel == null
        || offer.kind() != Offer.Kind.SEND
        || !isOffer(model.function)
        || !Stacks.ignoresResult(goroutine, hierarchy)) {
      return false;
    }
    Pending pending = goroutine.operation();
    Value value = model.get(model.function.parameters().getFirst().register());
    state.events.add(Event.loss(goroutine.id, pending.site(), Names.of(channel.origin())));
    state.observations.add(
        new Observation.Lost(
            pending.site(), channel.origin(), channel.capacity(), isToken(state, value)));
    return true;
  }

  private static boolean isOffer(Function function) {
    boolean ofTheJdk =
        function.owner().startsWith("java.util.concurrent.")
            || function.owner().equals("dev.chanvet.model.ChannelQueue");
    return ofTheJdk
        && !function.parameters().isEmpty()
        && (function.name().startsWith("offer") || function.name().equals("tryTransfer"));
  }

  /** Whether the value says nothing but that it is there. */
  private static boolean isToken(State state, Value value) {
    return switch (value) {
      case Value.Reference reference ->
          state.reach(List.copyOf(state.statics.values())).get(reference.id())
              || (state.object(reference.id()) instanceof HeapObject.Instance object
                  && object.layout().type().equals(OBJECT));
      case Value.Bool bool -> true;
      case Value.Null nothing -> true;
      case Value.ClassObject type -> true;
      case Value.Unknown unknown -> false;
      case Value.Int number -> false;
      case Value.Real number -> false;
      case Value.Many number -> false;
      case Value.Text text -> false;
    };
  }
}
