package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.source.Site;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A goroutine: its stack, and the operation it stands before. Mutable; belongs to one state. */
final class Goroutine {
  /**
   * A wait on a condition: which one, the lock that was released, how often it had been taken,
   * whether the wait is over and only the lock is missing, and whether it ended by giving up.
   */
  record Waiting(int condition, int lock, int depth, boolean signalled, boolean gaveUp) {}

  /** Unique along a path; 1 is the root's goroutine. */
  final int id;

  /** Where it was started; null for the root's goroutine. */
  final @Nullable Site createdAt;

  /** Whether it stands for the environment's clock. */
  final boolean timer;

  final List<Frame> stack = new ArrayList<>();
  @Nullable Pending pending;
  @Nullable Waiting waiting;
  boolean interrupted;

  /** What a model keeps with it. */
  Value attached = Value.NULL;

  /** Objects that it has sent to, and received from. */
  final BitSet sentTo = new BitSet();

  final BitSet receivedFrom = new BitSet();

  /** What it has sent, and nobody else had, since it last waited for somebody. */
  final BitSet given = new BitSet();

  boolean ended;

  /** Whether it has been let through the visible point that it stands before. */
  boolean cleared;

  /** Whether it has paused since its last wait. */
  boolean paused;

  Goroutine(int id, @Nullable Site createdAt, boolean timer) {
    this.id = id;
    this.createdAt = createdAt;
    this.timer = timer;
  }

  Goroutine copy() {
    Goroutine copy = new Goroutine(id, createdAt, timer);
    for (Frame frame : stack) {
      copy.stack.add(frame.copy());
    }
    copy.pending = pending;
    copy.waiting = waiting;
    copy.interrupted = interrupted;
    copy.attached = attached;
    copy.ended = ended;
    copy.sentTo.or(sentTo);
    copy.receivedFrom.or(receivedFrom);
    copy.given.or(given);
    copy.cleared = cleared;
    copy.paused = paused;
    return copy;
  }

  Frame top() {
    return stack.getLast();
  }

  /** The operation that it stands before; only to be asked when there is one. */
  Pending operation() {
    return Objects.requireNonNull(pending);
  }

  /** Whether it runs by itself now, without any other goroutine noticing. */
  boolean isRunning() {
    return !ended && pending == null;
  }

  /**
   * Whether the frame at {@code depth}, counted from the outermost, 0, waits for the call that it
   * stands at to return; else it runs what it stands at, perhaps anew.
   */
  boolean waitsForCallee(int depth) {
    return depth + 1 < stack.size()
        && stack.get(depth + 1).onReturn != Frame.OnReturn.RERUN
        && stack.get(depth).instruction() != null;
  }

  void mapValues(UnaryOperator<Value> mapping) {
    stack.forEach(frame -> frame.mapValues(mapping));
    if (pending != null) {
      pending = pending.mapValues(mapping);
    }
    attached = mapping.apply(attached);
  }
}
