package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.ir.FunctionId;
import dev.chanvet.analyzer.source.Site;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was seen on the way that blocks nobody and throws nothing, but that a rule may object to.
 * Each list is in order of discovery, one entry a place.
 *
 * @param leftovers timers that outlive everybody who could stop them
 * @param emptyReceives receives that gave null, because their channel was closed
 * @param buffers channels with a buffer, and who had them
 * @param lateWrites writes to objects that had been sent
 * @param losses offers that failed, and whose result was ignored
 * @param spins selects that a goroutine comes back to without having waited or done anything
 * @param emptyLoops receives that a goroutine comes back to for ever, given null each time
 * @param lateAdds additions to a wait group that came after the wait for it
 */
public record Observations(
    List<Leftover> leftovers,
    List<EmptyReceive> emptyReceives,
    List<Buffer> buffers,
    List<LateWrite> lateWrites,
    List<Loss> losses,
    List<Spin> spins,
    List<Spin> emptyLoops,
    List<LateAdd> lateAdds) {
  /** Nothing was seen. */
  static final Observations NONE =
      new Observations(
          List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  public Observations {
    leftovers = List.copyOf(leftovers);
    emptyReceives = List.copyOf(emptyReceives);
    buffers = List.copyOf(buffers);
    lateWrites = List.copyOf(lateWrites);
    losses = List.copyOf(losses);
    spins = List.copyOf(spins);
    emptyLoops = List.copyOf(emptyLoops);
    lateAdds = List.copyOf(lateAdds);
  }

  /**
   * A context or a ticker that nobody can end any more.
   *
   * @param origin where it was made
   * @param waitedAt of a context: where a goroutine waits for its end
   * @param waiter where that goroutine was started
   * @param forEver whether no deadline ends it either
   */
  public record Leftover(
      Origin origin,
      @Nullable Site waitedAt,
      @Nullable Site waiter,
      boolean forEver,
      Trace trace) {}

  /**
   * A receive or select that gave null, because its channel was closed.
   *
   * @param handler the function that a select gave it to, as its last argument; null if the call
   *     returned it
   * @param again whether the same goroutine had already received null there
   */
  public record EmptyReceive(Site site, @Nullable FunctionId handler, boolean again, Trace trace) {}

  /**
   * A channel with a buffer.
   *
   * @param origin where it was made
   * @param shared whether more than one goroutine could ever reach it
   * @param looked whether anybody looks at what is received, rather than only that it is
   * @param places where values are sent to it and received from it
   * @param trace the way to its first receive; null if nothing was sent or nothing received
   */
  public record Buffer(
      Origin origin, boolean shared, boolean looked, Set<Site> places, @Nullable Trace trace) {
    public Buffer {
      places = Set.copyOf(places);
    }
  }

  /**
   * A write to an object by the goroutine that sent it, while the receiver uses it.
   *
   * @param site the write
   * @param object where the object was made
   * @param usedAt where the receiver uses it
   */
  public record LateWrite(Site site, Origin object, Site usedAt, Trace trace) {}

  /**
   * A value was offered to a queue that had no room, and nobody looked at the answer.
   *
   * @param queue where the queue was made
   * @param capacity how many values it can hold
   * @param token whether any other value would have done as well: a constant, a mere signal
   */
  public record Loss(Site site, Origin queue, int capacity, boolean token, Trace trace) {}

  /** A select or receive that is asked again and again without a wait in between. */
  public record Spin(Site site, Trace trace) {}

  /**
   * An {@code add} to a wait group that another goroutine has no longer waited for.
   *
   * @param site the add
   * @param group where the group was made
   * @param adder where the goroutine that adds was started; null for the root's own
   * @param awaited the await that was too early
   * @param trace the way there
   */
  public record LateAdd(Site site, Origin group, @Nullable Site adder, Site awaited, Trace trace) {}
}
