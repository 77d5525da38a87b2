package dev.chanvet.runtime;

import java.time.Duration;

/**
 * The sending end of a channel: Go's {@code chan<- T}.
 *
 * <p>What happens in a goroutine before a send happens before the matching receive returns. On a
 * channel of capacity {@code C} the {@code k}-th receive happens before the {@code (k + C)}-th send
 * completes. A close happens before a receive that returns null because of it.
 *
 * @param <T> the type of the values; values are never null
 */
public interface SendChannel<T> {

  /**
   * Sends {@code value}: Go's {@code ch <- value}. Blocks until a receiver takes it (capacity 0) or
   * the buffer has room; blocked senders are served first come, first served. Blocks for ever on a
   * nil channel.
   *
   * @throws NullPointerException if {@code value} is null; nothing is sent
   * @throws ChannelClosedException if the channel is closed, or is closed while this sender waits:
   *     Go's panic
   * @throws InterruptedException if the thread is interrupted while it waits; then nothing was
   *     sent. A send that need not wait does not look at the interrupt flag
   */
  void send(T value) throws InterruptedException;

  /**
   * Sends {@code value} if that is possible without waiting: Go's {@code select} with one send and
   * a {@code default}.
   *
   * @return whether the value was sent; always false on a nil channel
   * @throws NullPointerException if {@code value} is null
   * @throws ChannelClosedException if the channel is closed
   */
  boolean trySend(T value);

  /**
   * Sends {@code value} if that is possible within {@code timeout}. Zero or less does not wait.
   *
   * @return whether the value was sent
   * @throws NullPointerException if {@code value} is null
   * @throws ChannelClosedException if the channel is closed, or is closed while this sender waits
   * @throws InterruptedException if the thread is interrupted while it waits; then nothing was sent
   */
  boolean trySend(T value, Duration timeout) throws InterruptedException;

  /**
   * Closes the channel: no more values will come. Receivers still get what is buffered, then null;
   * those that wait get null now; senders that wait get {@link ChannelClosedException}, as they
   * panic in Go.
   *
   * @throws ChannelClosedException "close of closed channel"
   * @throws NullPointerException "close of nil channel"
   */
  void close();

  /** Returns the capacity: Go's {@code cap(ch)}. 0 for an unbuffered and for a nil channel. */
  int capacity();

  /**
   * Returns how many values are buffered now: Go's {@code len(ch)}; at once out of date when others
   * use the channel.
   */
  int size();
}
