package dev.chanvet.runtime.internal;

import org.jspecify.annotations.Nullable;

/**
 * One sleeper's place in one queue. A thread that sleeps in one queue has one node, which is its
 * {@link Parking} itself; a select has one per arm. The links and {@code queued} are guarded by the
 * lock of the queue's owner.
 */
class Node {
  @Nullable Node previous;
  @Nullable Node next;

  /** Whether the node is in its queue. Who takes it out (to serve it or to give up) clears this. */
  boolean queued;

  /** Whether it waits to send, not to receive. */
  boolean sends;

  /**
   * What a sender wants to send; what a receiver has been given. Written by the one who serves the
   * node before {@link Parking#complete}, read by the sleeper afterwards.
   */
  @Nullable Object item;

  /** The sleeper, or null if this is the {@link Parking} itself. */
  private final @Nullable Parking owner;

  Node(@Nullable Parking owner, boolean sends, @Nullable Object item) {
    this.owner = owner;
    this.sends = sends;
    this.item = item;
  }

  /** Returns the sleeper whose place this is. */
  final Parking parking() {
    return owner == null ? (Parking) this : owner;
  }
}
