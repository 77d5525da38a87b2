package dev.chanvet.runtime.internal;

import org.jspecify.annotations.Nullable;

/**
 * A queue of sleepers, first come, first served; a doubly linked list, so that one who gives up
 * leaves at once and nothing of it stays. Guarded by its owner's lock.
 */
final class WaitList {
  private @Nullable Node head;
  private @Nullable Node tail;

  boolean isEmpty() {
    return head == null;
  }

  void add(Node node) {
    Node last = tail;
    node.previous = last;
    node.queued = true;
    if (last == null) {
      head = node;
    } else {
      last.next = node;
    }
    tail = node;
  }

  /** Removes {@code node} if it is queued; returns whether it was. */
  boolean remove(Node node) {
    if (!node.queued) {
      return false;
    }
    Node previous = node.previous;
    Node next = node.next;
    if (previous == null) {
      head = next;
    } else {
      previous.next = next;
    }
    if (next == null) {
      tail = previous;
    } else {
      next.previous = previous;
    }
    node.previous = null;
    node.next = null;
    node.queued = false;
    return true;
  }

  /**
   * Takes out the first sleeper that nobody else has claimed, and claims it; null if there is none.
   */
  @Nullable Node poll() {
    Node node;
    while ((node = head) != null) {
      remove(node);
      if (node.parking().claim()) {
        return node;
      }
    }
    return null;
  }
}
