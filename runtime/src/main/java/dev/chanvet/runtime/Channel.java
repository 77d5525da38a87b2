package dev.chanvet.runtime;

import dev.chanvet.runtime.internal.BufferedChannel;
import dev.chanvet.runtime.internal.NilChannel;
import dev.chanvet.runtime.internal.RendezvousChannel;

/**
 * A channel: a typed queue between goroutines, with a capacity that may be zero, and an end. Go's
 * {@code chan T}.
 *
 * <p>Hand its ends out as {@link SendChannel} and {@link ReceiveChannel}: then the compiler knows
 * who may send and close.
 *
 * <pre>{@code
 * Channel<String> ch = Channel.make();
 * go(() -> ch.send("hello"));
 * String greeting = ch.receive();
 * }</pre>
 *
 * @param <T> the type of the values; values are never null
 */
public interface Channel<T> extends SendChannel<T>, ReceiveChannel<T> {

  /** Makes an unbuffered channel, where sender and receiver meet: Go's {@code make(chan T)}. */
  static <T> Channel<T> make() {
    return new RendezvousChannel<>();
  }

  /**
   * Makes a channel that holds up to {@code capacity} values: Go's {@code make(chan T, capacity)}.
   * 0 is unbuffered. Memory grows with what is in the channel, not with its capacity.
   *
   * @throws IllegalArgumentException if {@code capacity} is negative
   */
  static <T> Channel<T> make(int capacity) {
    if (capacity < 0) {
      throw new IllegalArgumentException("makechan: size out of range: " + capacity);
    }
    return capacity == 0 ? new RendezvousChannel<>() : new BufferedChannel<>(capacity);
  }

  /**
   * Returns Go's nil channel: send and receive block for ever, close throws, an arm of a select is
   * never ready.
   */
  static <T> Channel<T> nil() {
    return NilChannel.instance();
  }

  @Override
  int capacity();

  @Override
  int size();
}
