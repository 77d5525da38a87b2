package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.explore.Graph.Node;
import dev.chanvet.analyzer.explore.Observations.Buffer;
import dev.chanvet.analyzer.explore.Observations.EmptyReceive;
import dev.chanvet.analyzer.explore.Observations.LateAdd;
import dev.chanvet.analyzer.explore.Observations.LateWrite;
import dev.chanvet.analyzer.explore.Observations.Loss;
import dev.chanvet.analyzer.facts.Hierarchy;
import dev.chanvet.analyzer.ir.FunctionId;
import dev.chanvet.analyzer.source.Site;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Looks at every step and every new state for what {@link Observations} tells. */
final class Observer {
  private record Part(Origin object, String name) {}

  private record Write(Site site, Part part, Trace trace) {}

  private record Receive(Site site, @Nullable FunctionId handler, boolean again) {}

  final Spins spins;
  private final Leftovers leftovers;
  private final Map<Receive, EmptyReceive> receives = new LinkedHashMap<>();
  private final Map<Origin, Set<Site>> places = new HashMap<>();
  private final Set<Origin> sent = new HashSet<>();
  private final Set<Origin> looked = new HashSet<>();
  private final Map<Origin, Trace> received = new LinkedHashMap<>();
  private final Set<Origin> shared = new LinkedHashSet<>();
  private final Map<Site, Loss> losses = new LinkedHashMap<>();
  private final Map<Site, Write> writes = new LinkedHashMap<>();
  private final Map<Part, Site> uses = new HashMap<>();
  private final Map<Site, LateAdd> lateAdds = new LinkedHashMap<>();

  Observer(Root root, Hierarchy hierarchy, LiveRegisters live, Futures futures) {
    this.spins = new Spins(hierarchy);
    this.leftovers = new Leftovers(root, live, futures);
  }

  /** Looks at a state that a step has led to, known or not. */
  void step(State state, Supplier<Trace> way) {
    for (Observation observation : state.guessed ? List.<Observation>of() : state.observations) {
      switch (observation) {
        case Observation.NullReceived r -> {
          if (!receives.containsKey(new Receive(r.site(), r.handler(), true))) {
            note(r, state, way.get());
          }
        }
        case Observation.Buffered b -> {
          usedAt(b.channel(), b.site());
          if (b.sent()) {
            sent.add(b.channel());
          } else {
            received.computeIfAbsent(b.channel(), channel -> way.get());
          }
          if (!b.sent() && !b.ignored()) {
            looked.add(b.channel());
          }
        }
        case Observation.Met m -> {
          usedAt(m.channel(), m.sender());
          usedAt(m.channel(), m.receiver());
        }
        case Observation.Lost l ->
            losses.computeIfAbsent(
                l.site(), site -> new Loss(site, l.queue(), l.capacity(), l.token(), way.get()));
        case Observation.UseAfterSend u -> {
          Part part = new Part(u.object(), u.part());
          if (u.bySender()) {
            writes.computeIfAbsent(u.site(), site -> new Write(site, part, way.get()));
          } else {
            uses.putIfAbsent(part, u.site());
          }
        }
        case Observation.LateAdd l ->
            lateAdds.computeIfAbsent(
                l.site(), site -> new LateAdd(site, l.group(), l.adder(), l.awaited(), way.get()));
      }
    }
    for (int id = 0; id < state.heap.size(); id++) {
      if (state.isShared(id) && state.object(id) instanceof HeapObject.Channel channel) {
        shared.add(channel.origin());
      }
    }
  }

  private void usedAt(Origin channel, Site site) {
    places.computeIfAbsent(channel, origin -> new HashSet<>()).add(site);
  }

  private void note(Observation.NullReceived received, State state, Trace way) {
    boolean again =
        way.events().stream()
                    .filter(event ->
                        event.goroutine() == received.goroutine()
                            && event.site().equals(received.site())
                            && event.text().startsWith("finds "))
                    .count()
                > 1
            || waitsAgain(state, received);
    receives.computeIfAbsent(
        new Receive(received.site(), received.handler(), again),
        r -> new EmptyReceive(r.site(), r.handler(), r.again(), way));
  }

  /** Whether a goroutine that was given null has come back to ask for more. */
  private static boolean waitsAgain(State state, Observation.NullReceived received) {
    return state.goroutines.stream()
        .anyMatch(goroutine ->
            goroutine.id == received.goroutine()
                && goroutine.pending != null
                && goroutine.pending.site().equals(received.site()));
  }

  /** Looks at a state in canonical form that was not seen before. */
  void note(State state, Supplier<Trace> trace) {
    if (!state.guessed) {
      leftovers.note(state, trace);
    }
  }

  /** Looks at a select that a goroutine comes back to for ever. */
  void noteRestless(State state, Goroutine goroutine, Supplier<Trace> trace) {
    leftovers.noteRestless(state, goroutine, trace);
  }

  Observations observations(List<List<Node>> bottoms, Function<Node, Trace> trace) {
    return new Observations(
        leftovers.found(),
        List.copyOf(receives.values()),
        buffers(),
        lateWrites(),
        List.copyOf(losses.values()),
        spins.selects(trace),
        spins.receives(bottoms, trace),
        List.copyOf(lateAdds.values()));
  }

  private List<Buffer> buffers() {
    Set<Origin> all = new LinkedHashSet<>(shared);
    all.addAll(received.keySet());
    List<Buffer> buffers = new ArrayList<>();
    for (Origin origin : all) {
      Trace trace = sent.contains(origin) ? received.get(origin) : null;
      buffers.add(
          new Buffer(
              origin,
              shared.contains(origin),
              looked.contains(origin),
              places.getOrDefault(origin, Set.of()),
              trace));
    }
    return buffers;
  }

  private List<LateWrite> lateWrites() {
    List<LateWrite> late = new ArrayList<>();
    for (Write write : writes.values()) {
      Site use = uses.get(write.part);
      if (use != null) {
        late.add(new LateWrite(write.site, write.part.object, use, write.trace));
      }
    }
    return late;
  }
}
