package dev.chanvet.runtime.internal;

import dev.chanvet.runtime.Channel;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Go's nil channel: whoever sends or receives sleeps until interrupted. */
public final class NilChannel<T> implements Channel<T> {
  private static final NilChannel<?> INSTANCE = new NilChannel<>();

  private NilChannel() {}

  /** Returns the one nil channel; it holds no values, so it is of every type. */
  @SuppressWarnings("unchecked")
  public static <T> Channel<T> instance() {
    return (Channel<T>) INSTANCE;
  }

  @Override
  public void send(T value) throws InterruptedException {
    Objects.requireNonNull(value, "a channel's values are never null");
    new Parking(WaitReason.CHAN_SEND_NIL, null, true, null).await();
  }

  @Override
  public boolean trySend(T value) {
    Objects.requireNonNull(value, "a channel's values are never null");
    return false;
  }

  @Override
  public boolean trySend(T value, Duration timeout) throws InterruptedException {
    Objects.requireNonNull(value, "a channel's values are never null");
    sleep(WaitReason.CHAN_SEND_NIL, timeout);
    return false;
  }

  @Override
  public @Nullable T receive() throws InterruptedException {
    new Parking(WaitReason.CHAN_RECEIVE_NIL, null, false, null).await();
    return null;
  }

  @Override
  public @Nullable T tryReceive() {
    return null;
  }

  @Override
  public @Nullable T tryReceive(Duration timeout) throws InterruptedException {
    sleep(WaitReason.CHAN_RECEIVE_NIL, timeout);
    return null;
  }

  private static void sleep(WaitReason reason, Duration timeout) throws InterruptedException {
    if (Deadline.isAhead(timeout)) {
      new Parking(reason, null, false, null).awaitUntil(Deadline.after(timeout));
    }
  }

  @Override
  public void close() {
    throw new NullPointerException("close of nil channel");
  }

  @Override
  public int capacity() {
    return 0;
  }

  @Override
  public int size() {
    return 0;
  }

  @Override
  public String toString() {
    return "nil channel";
  }
}
