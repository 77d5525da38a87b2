package dev.chanvet.runtime;

import dev.chanvet.runtime.internal.Range;
import java.time.Duration;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * The receiving end of a channel: Go's {@code <-chan T}.
 *
 * <p>Iterating receives until the channel is closed and drained, as {@code range} does in Go:
 * {@code for (T v : ch)}. Several iterations of one channel share its values.
 *
 * @param <T> the type of the values
 */
public interface ReceiveChannel<T> extends Iterable<T> {

  /**
   * Receives a value: Go's {@code v, ok := <-ch}. Blocks until there is one; blocked receivers are
   * served first come, first served. Blocks for ever on a nil channel.
   *
   * @return the value, or null if the channel is closed and drained (Go's zero value with {@code ok
   *     == false})
   * @throws InterruptedException if the thread is interrupted while it waits; no value is lost. A
   *     receive that need not wait does not look at the interrupt flag
   */
  @Nullable T receive() throws InterruptedException;

  /**
   * Receives a value if there is one now: Go's {@code select} with one receive and a {@code
   * default}.
   *
   * @return the value, or null if there is none now, or the channel is closed and drained, or nil
   */
  @Nullable T tryReceive();

  /**
   * Receives a value if one comes within {@code timeout}. Zero or less does not wait.
   *
   * @return the value, or null if none came in time or the channel is closed and drained
   * @throws InterruptedException if the thread is interrupted while it waits; no value is lost
   */
  @Nullable T tryReceive(Duration timeout) throws InterruptedException;

  /** Returns the capacity: Go's {@code cap(ch)}. 0 for an unbuffered and for a nil channel. */
  int capacity();

  /**
   * Returns how many values are buffered now: Go's {@code len(ch)}; at once out of date when others
   * use the channel.
   */
  int size();

  /**
   * Returns an iterator that receives: {@code hasNext} blocks until there is a value or the channel
   * is closed and drained. An interrupt while it waits sets the flag again and throws {@link
   * ChannelInterruptedException}.
   */
  @Override
  default Iterator<T> iterator() {
    return new Range<>(this);
  }
}
