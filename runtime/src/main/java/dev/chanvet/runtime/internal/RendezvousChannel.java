package dev.chanvet.runtime.internal;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An unbuffered channel: a value passes only when a sender and a receiver are both there. */
public class RendezvousChannel<T> extends LockedChannel<T> {

  /** Makes an open channel. */
  public RendezvousChannel() {}

  @Override
  public final void send(T value) throws InterruptedException {
    Objects.requireNonNull(value, "a channel's values are never null");
    lock();
    sendSlowly(value);
  }

  @Override
  public final @Nullable T receive() throws InterruptedException {
    lock();
    return receiveSlowly();
  }

  @Override
  final boolean putLocked(Object value) {
    Node receiver = receivers.poll();
    if (receiver == null) {
      return false;
    }
    receiver.item = value;
    countMeeting();
    wakeLater(receiver);
    return true;
  }

  @Override
  final @Nullable Object takeLocked() {
    Node sender = senders.poll();
    if (sender == null) {
      return null;
    }
    wakeLater(sender);
    countMeeting();
    Object value = sender.item;
    sender.item = null;
    return value;
  }

  @Override
  final void closeShortcuts() {}

  @Override
  final boolean isBuffered() {
    return false;
  }

  private static void countMeeting() {
    if (Counting.ON) {
      Counting.SENDS.increment();
      Counting.RECEIVES.increment();
    }
  }

  @Override
  public final int capacity() {
    return 0;
  }

  @Override
  public final int size() {
    return 0;
  }
}
