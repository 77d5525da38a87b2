package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.explore.Goroutine.Waiting;
import dev.chanvet.analyzer.facts.Hierarchy;
import dev.chanvet.analyzer.ir.FieldRef;
import dev.chanvet.analyzer.ir.Primitive;
import dev.chanvet.analyzer.ir.TypeRef;
import dev.chanvet.analyzer.source.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a transition does to the state, before the goroutines concerned run on. */
final class Effects {
  private static final String CHANNEL_CLOSED = "dev.chanvet.runtime.ChannelClosedException";
  private static final String NULL_POINTER = "java.lang.NullPointerException";
  private static final FieldRef VALUE = new FieldRef(null, "value");

  private final Hierarchy hierarchy;
  private final Unwinding unwinding;
  private final Possession possession;
  private final Losses losses;

  Effects(Hierarchy hierarchy, Unwinding unwinding, Possession possession) {
    this.hierarchy = hierarchy;
    this.unwinding = unwinding;
    this.possession = possession;
    this.losses = new Losses(hierarchy);
  }

  /** Applies {@code transition} to {@code state}, which its caller owns. */
  void apply(State state, Transition transition) {
    Goroutine goroutine = state.goroutine(transition.goroutine());
    admit(goroutine);
    switch (transition.kind()) {
      case PROCEED -> {
        goroutine.pending = null;
        goroutine.cleared = true;
      }
      case INTERRUPT -> {
        goroutine.interrupted = false;
        goroutine.waiting = null;
        log(state, goroutine, "is interrupted");
        unwinding.raise(state, goroutine, "java.lang.InterruptedException", null);
      }
      case DECLINE -> decline(state, goroutine, transition.arm());
      case MEET -> meet(state, goroutine, transition);
      case ENVIRONMENT -> {
        Offer offer = offer(state, goroutine, transition.arm());
        if (offer.kind() == Offer.Kind.SEND) {
          state.escape(offer.value());
        }
        Value received = state.unknown(TypeRef.UNKNOWN);
        state.decisions.assumeNotNull(received);
        conclude(state, goroutine, offer, received);
      }
      case ENVIRONMENT_CLOSED ->
          conclude(state, goroutine, offer(state, goroutine, transition.arm()), Value.NULL);
      case COMPLETE -> complete(state, goroutine, transition.arm());
    }
  }

  /** The rest of a model, up to its next wait, is one step with what has been let through. */
  private void admit(Goroutine goroutine) {
    Frame model = Stacks.modelFrame(goroutine, hierarchy);
    if (model != null) {
      model.admitted = true;
    }
  }

  private Offer offer(State state, Goroutine goroutine, int arm) {
    List<Offer> offers = Offer.of(state, goroutine.id, goroutine.operation());
    return offers.get(Math.max(arm, 0));
  }

  private void decline(State state, Goroutine goroutine, int arm) {
    Pending pending = goroutine.operation();
    if (pending.is(Primitive.TIMED_AWAIT_SIGNAL)) {
      Waiting w = Objects.requireNonNull(goroutine.waiting);
      goroutine.waiting = new Waiting(w.condition(), w.lock(), w.depth(), true, true);
      log(state, goroutine, "gives up waiting for a signal");
      return;
    }
    boolean lost =
        pending.is(Primitive.TRY_SEND) && losses.note(state, goroutine, offer(state, goroutine, 0));
    boolean channel =
        pending.is(Primitive.SELECT)
            || pending.is(Primitive.TRY_SEND)
            || pending.is(Primitive.TRY_RECEIVE);
    if (!lost) {
      log(state, goroutine, channel ? "finds nobody ready" : "gives up");
    }
    if (pending.is(Primitive.SELECT)) {
      deliver(goroutine, Value.of(arm));
    } else {
      deliver(goroutine, pending.is(Primitive.TRY_RECEIVE) ? Value.NULL : Value.FALSE);
    }
  }

  private void meet(State state, Goroutine sender, Transition transition) {
    Goroutine receiver = state.goroutine(transition.partner());
    admit(receiver);
    Offer send = offer(state, sender, transition.arm());
    Offer receive = offer(state, receiver, transition.partnerArm());
    String name = Names.of(state, send.channel(), "a channel");
    log(
        state,
        sender,
        Verbs.sends(sender.operation()) + name + ", goroutine " + receiver.id + " receives");
    state.events.add(
        Event.receive(
            receiver.id,
            receiver.operation().site(),
            Verbs.receives(receiver.operation()) + name,
            sender.id));
    HeapObject.Channel channel = state.object(send.channel(), HeapObject.Channel.class);
    if (channel != null) {
      state.observations.add(
          new Observation.Met(
              channel.origin(), sender.operation().site(), receiver.operation().site()));
    }
    Handovers.give(state, sender, send.value(), possession);
    state.share(send.value());
    state.decisions.assumeNotNull(send.value());
    conclude(state, sender, send, Value.NULL);
    conclude(state, receiver, receive, send.value());
  }

  /** Ends a channel operation: of a receive, with what was received. */
  private void conclude(State state, Goroutine goroutine, Offer offer, Value received) {
    Pending pending = goroutine.operation();
    if (offer.kind() == Offer.Kind.RECEIVE) {
      goroutine.given.clear();
    }
    if (offer.arm() >= 0) {
      if (offer.armObject() != null && offer.kind() == Offer.Kind.RECEIVE) {
        Offer.deliver(state, offer.armObject(), received);
      }
      deliver(goroutine, Value.of(offer.arm()));
    } else if (pending.is(Primitive.TRY_SEND)) {
      deliver(goroutine, Value.TRUE);
    } else {
      deliver(goroutine, received);
    }
  }

  private void complete(State state, Goroutine goroutine, int arm) {
    Pending pending = goroutine.operation();
    switch (pending.primitive()) {
      case SEND, TRY_SEND, RECEIVE, TRY_RECEIVE, SELECT ->
          transfer(state, goroutine, offer(state, goroutine, arm));
      case CLOSE -> close(state, goroutine);
      case SPAWN_TIMER -> {
        goroutine.pending = null;
        log(state, goroutine, pending.site(), "the timer fires");
      }
      case IS_CLOSED, SIZE, PEEK -> inspect(state, goroutine);
      case ADD -> Counts.apply(state, goroutine);
      case VALUE, ACQUIRE, TIMED_ACQUIRE, TRY_ACQUIRE, AWAIT_ZERO, TIMED_AWAIT_ZERO -> {
        goroutine.given.clear();
        Counts.apply(state, goroutine);
      }
      case LOCK, TIMED_LOCK, TRY_LOCK -> {
        goroutine.given.clear();
        lock(state, goroutine);
      }
      case AWAIT_SIGNAL, TIMED_AWAIT_SIGNAL -> awaitSignal(state, goroutine);
      case SIGNAL, SIGNAL_ALL -> signal(state, goroutine);
      case JOIN, TIMED_JOIN -> {
        goroutine.given.clear();
        log(state, goroutine, "sees " + joined(state, pending) + " end");
        deliver(goroutine, Value.TRUE);
      }
      case INTERRUPT -> interrupt(state, goroutine);
      case COMPARE_AND_SET -> compareAndSet(state, goroutine);
      case null, default ->
          throw new IllegalStateException("nothing to complete: " + pending.primitive());
    }
  }

  private void transfer(State state, Goroutine goroutine, Offer offer) {
    if (offer.kind() == Offer.Kind.TIMEOUT) {
      if (!losses.note(state, goroutine, offer(state, goroutine, 0))) {
        log(state, goroutine, "times out");
      }
      conclude(state, goroutine, offer, Value.NULL);
      return;
    }
    HeapObject.Channel channel = state.object(offer.channel(), HeapObject.Channel.class);
    if (channel == null) {
      raise(state, goroutine, NULL_POINTER, null);
      return;
    }
    int id = ((Value.Reference) offer.channel()).id();
    String name = Names.of(channel.origin());
    if (offer.kind() == Offer.Kind.SEND) {
      if (offer.value() instanceof Value.Null) {
        raise(state, goroutine, NULL_POINTER, null);
        return;
      }
      if (channel.isClosed()) {
        log(state, goroutine, Verbs.sends(goroutine.operation()) + name + ", which is closed");
        raise(state, goroutine, CHANNEL_CLOSED, channel);
        return;
      }
      state.decisions.assumeNotNull(offer.value());
      List<Value> buffer = new ArrayList<>(channel.values());
      buffer.add(offer.value());
      if (state.isShared(id)) {
        Handovers.give(state, goroutine, offer.value(), possession);
        state.share(offer.value());
      }
      state.replace(id, channel.withValues(List.copyOf(buffer)));
      state.observations.add(
          new Observation.Buffered(channel.origin(), goroutine.operation().site(), true, false));
      log(
          state,
          goroutine,
          Verbs.sends(goroutine.operation()) + name + filling(buffer.size(), channel.capacity()));
      conclude(state, goroutine, offer, Value.NULL);
    } else if (channel.values().isEmpty()) {
      log(state, goroutine, "finds " + name + " closed");
      conclude(state, goroutine, offer, Value.NULL);
    } else {
      Value received = channel.values().getFirst();
      state.observations.add(
          new Observation.Buffered(
              channel.origin(),
              goroutine.operation().site(),
              false,
              Stacks.ignoresResult(goroutine, hierarchy)));
      state.replace(
          id,
          channel.withValues(
              channel.values().subList(1, channel.values().size()).stream().toList()));
      log(state, goroutine, Verbs.receives(goroutine.operation()) + name);
      conclude(state, goroutine, offer, received);
    }
  }

  private static String filling(int size, int capacity) {
    return capacity == Integer.MAX_VALUE ? "" : " (" + size + " of " + capacity + " buffered)";
  }

  private void close(State state, Goroutine goroutine) {
    Value subject = goroutine.operation().arguments().getFirst();
    HeapObject.Channel channel = state.object(subject, HeapObject.Channel.class);
    if (subject instanceof Value.Null || (channel != null && channel.isNil())) {
      raise(state, goroutine, NULL_POINTER, channel);
      return;
    }
    if (channel != null) {
      int id = ((Value.Reference) subject).id();
      if (channel.isClosed()) {
        log(state, goroutine, "closes " + Names.of(channel.origin()) + " a second time");
        raise(state, goroutine, CHANNEL_CLOSED, channel);
        return;
      }
      state.closings.add(new Closing(goroutine.id, goroutine.operation().site(), subject));
      state.replace(id, channel.closed(goroutine.operation().site()));
      log(state, goroutine, "closes " + Names.of(channel.origin()));
    }
    deliver(goroutine, Value.NULL);
  }

  private void inspect(State state, Goroutine goroutine) {
    Pending pending = goroutine.operation();
    Value subject = pending.arguments().getFirst();
    HeapObject.Channel channel = state.object(subject, HeapObject.Channel.class);
    Primitive primitive = pending.primitive();
    if (channel == null
        || channel.environment()
        || state.isEscaped(((Value.Reference) subject).id())) {
      deliver(
          goroutine,
          state.unknown(
              primitive == Primitive.PEEK
                  ? TypeRef.UNKNOWN
                  : TypeRef.of(primitive == Primitive.IS_CLOSED ? "boolean" : "int")));
    } else if (primitive == Primitive.IS_CLOSED) {
      deliver(goroutine, Value.of(channel.isClosed()));
    } else if (primitive == Primitive.SIZE) {
      deliver(goroutine, Value.of(channel.values().size()));
    } else {
      deliver(goroutine, channel.values().isEmpty() ? Value.NULL : channel.values().getFirst());
    }
  }

  private void lock(State state, Goroutine goroutine) {
    Value subject = goroutine.operation().arguments().getFirst();
    if (subject instanceof Value.Reference reference) {
      State.Hold hold = state.locks.get(reference.id());
      if (hold != null && hold.goroutine() != goroutine.id) {
        deliver(goroutine, Value.FALSE);
        return;
      }
      state.locks.put(
          reference.id(), new State.Hold(goroutine.id, hold == null ? 1 : hold.depth() + 1));
      log(state, goroutine, "locks " + Names.of(state.object(reference.id()).origin()));
    }
    deliver(goroutine, Value.TRUE);
  }

  private void awaitSignal(State state, Goroutine goroutine) {
    List<Value> a = goroutine.operation().arguments();
    int condition = a.getFirst() instanceof Value.Reference r ? r.id() : -1;
    int lock = a.get(1) instanceof Value.Reference r ? r.id() : -1;
    if (goroutine.waiting == null) {
      State.Hold hold = state.locks.get(lock);
      if (hold == null || hold.goroutine() != goroutine.id) {
        raise(state, goroutine, "java.lang.IllegalMonitorStateException", null);
        return;
      }
      state.locks.remove(lock);
      goroutine.waiting = new Waiting(condition, lock, hold.depth(), condition < 0, false);
      String name = Names.of(state, a.getFirst(), "");
      log(state, goroutine, "waits for a signal" + (name.isEmpty() ? "" : " of " + name));
      return;
    }
    state.locks.put(lock, new State.Hold(goroutine.id, goroutine.waiting.depth()));
    boolean signalled = !goroutine.waiting.gaveUp();
    goroutine.waiting = null;
    log(state, goroutine, "goes on after waiting for a signal");
    deliver(goroutine, Value.of(signalled));
  }

  private void signal(State state, Goroutine goroutine) {
    Value subject = goroutine.operation().arguments().getFirst();
    boolean all = goroutine.operation().is(Primitive.SIGNAL_ALL);
    List<String> woken = new ArrayList<>();
    for (Goroutine waiter : state.goroutines) {
      if (waiter.waiting != null
          && !waiter.waiting.signalled()
          && subject.equals(new Value.Reference(waiter.waiting.condition()))) {
        Waiting w = waiter.waiting;
        waiter.waiting = new Waiting(w.condition(), w.lock(), w.depth(), true, false);
        woken.add("goroutine " + waiter.id);
        if (!all) {
          break;
        }
      }
    }
    log(
        state,
        goroutine,
        woken.isEmpty()
            ? "signals " + Names.of(state, subject, "a condition") + ", and nobody waits"
            : "signals " + String.join(", ", woken));
    deliver(goroutine, Value.NULL);
  }

  private static String joined(State state, Pending join) {
    HeapObject.Handle handle = state.object(join.arguments().getFirst(), HeapObject.Handle.class);
    return handle == null ? "the goroutine that it joins" : "goroutine " + handle.goroutine();
  }

  private void interrupt(State state, Goroutine goroutine) {
    HeapObject.Handle handle =
        state.object(goroutine.operation().arguments().getFirst(), HeapObject.Handle.class);
    Goroutine other = handle == null ? null : state.find(handle.goroutine());
    if (other != null && !other.ended) {
      other.interrupted = true;
      log(state, goroutine, "interrupts goroutine " + other.id);
    }
    deliver(goroutine, Value.NULL);
  }

  private void compareAndSet(State state, Goroutine goroutine) {
    List<Value> a = goroutine.operation().arguments();
    HeapObject.Instance object = state.object(a.getFirst(), HeapObject.Instance.class);
    int slot = object == null ? -1 : object.layout().slot(VALUE);
    if (object == null || slot < 0) {
      deliver(goroutine, state.unknown(TypeRef.of("boolean")));
      return;
    }
    Value now = object.values().get(slot);
    boolean same = now.equals(a.get(1));
    if (same) {
      int id = ((Value.Reference) a.getFirst()).id();
      state.replace(id, object.with(slot, a.get(2)));
      if (state.isShared(id)) {
        state.share(a.get(2));
      }
    }
    log(state, goroutine, same ? "compares and sets" : "compares, finds another value");
    deliver(goroutine, Value.of(same));
  }

  private void raise(
      State state, Goroutine goroutine, String exception, HeapObject.@Nullable Channel channel) {
    Pending pending = goroutine.operation();
    unwinding.raise(
        state,
        goroutine,
        exception,
        new Fault(
            exception,
            pending.primitive(),
            pending.operation(),
            pending.site(),
            goroutine.id,
            null,
            channel == null ? null : channel.origin(),
            channel == null ? null : channel.closedAt(),
            Fault.Caught.NO));
  }

  /** Ends the pending operation with a result; the goroutine runs on. */
  static void deliver(Goroutine goroutine, Value result) {
    Frame frame = goroutine.top();
    frame.set(goroutine.operation().instruction().target(), result);
    frame.position++;
    goroutine.pending = null;
  }

  /** Notes what a goroutine has just done, for traces. */
  static void log(State state, Goroutine goroutine, String text) {
    log(state, goroutine, goroutine.operation().site(), text);
  }

  private static void log(State state, Goroutine goroutine, Site site, String text) {
    state.events.add(new Event(goroutine.id, site, text));
  }
}
