package dev.chanvet.runtime;

import static dev.chanvet.runtime.Go.go;
import static dev.chanvet.runtime.Select.receive;
import static dev.chanvet.runtime.Select.select;
import static dev.chanvet.runtime.Select.send;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The idioms of channels that everybody writes: a few lines each, to use or to read. Each starts
 * goroutines that end when their input is closed and drained, or when {@code done} is closed; a
 * channel returned is closed when they have.
 */
public final class Flows {
  private Flows() {}

  /** Returns a channel that receives all values of {@code inputs}, in the order of their coming. */
  public static <T> ReceiveChannel<T> merge(
      Context done, List<? extends ReceiveChannel<T>> inputs) {
    Channel<T> merged = Channel.make();
    WaitGroup all = new WaitGroup();
    for (ReceiveChannel<T> input : inputs) {
      all.go(() -> copy(done, input, merged));
    }
    closeAfter(all, merged);
    return merged;
  }

  /**
   * Returns a channel with the values of {@code input} that ends when {@code done} is cancelled,
   * whatever input does.
   */
  public static <T> ReceiveChannel<T> orDone(Context done, ReceiveChannel<T> input) {
    Channel<T> output = Channel.make();
    go(() -> {
      try {
        copy(done, input, output);
      } finally {
        output.close();
      }
    });
    return output;
  }

  /** The two channels of {@link #tee}. */
  public record Tee<T>(ReceiveChannel<T> first, ReceiveChannel<T> second) {}

  /**
   * Returns two channels that each receive every value of {@code input}; the slower one sets the
   * pace.
   */
  public static <T> Tee<T> tee(Context done, ReceiveChannel<T> input) {
    Channel<T> first = Channel.make();
    Channel<T> second = Channel.make();
    go(() -> {
      try {
        for (T value = next(done, input); value != null; value = next(done, input)) {
          SendChannel<T> one = first;
          SendChannel<T> two = second;
          while (one != null || two != null) {
            Integer sent =
                select(
                    send(one, value).map(v -> 1),
                    send(two, value).map(v -> 2),
                    receive(done.done()).map(v -> 0));
            if (sent == 0) {
              return;
            }
            one = sent == 1 ? null : one;
            two = sent == 2 ? null : two;
          }
        }
      } finally {
        first.close();
        second.close();
      }
    });
    return new Tee<>(first, second);
  }

  /**
   * Returns a channel that receives {@code f} of each value of {@code input}, worked out by {@code
   * workers} goroutines, in the order in which they finish.
   *
   * @throws IllegalArgumentException if {@code workers} is not positive
   */
  public static <T, R> ReceiveChannel<R> parallelMap(
      Context done, ReceiveChannel<T> input, int workers, Function<? super T, ? extends R> f) {
    if (workers <= 0) {
      throw new IllegalArgumentException("workers must be positive: " + workers);
    }
    Channel<R> results = Channel.make();
    WaitGroup all = new WaitGroup();
    for (int i = 0; i < workers; i++) {
      all.go(() -> {
        for (T value = next(done, input); value != null; value = next(done, input)) {
          if (!offer(done, results, f.apply(value))) {
            return;
          }
        }
      });
    }
    closeAfter(all, results);
    return results;
  }

  private static <T> void copy(Context done, ReceiveChannel<T> input, SendChannel<T> output)
      throws InterruptedException {
    for (T value = next(done, input); value != null; value = next(done, input)) {
      if (!offer(done, output, value)) {
        return;
      }
    }
  }

  /** Returns the next value, or null at the end of the input or if cancelled. */
  private static <T> @Nullable T next(Context done, ReceiveChannel<T> input)
      throws InterruptedException {
    return select(receive(input), receive(done.done()).map(v -> null));
  }

  /** Sends {@code value}; returns false if cancelled first. */
  private static <T> boolean offer(Context done, SendChannel<T> output, T value)
      throws InterruptedException {
    return select(send(output, value).map(v -> true), receive(done.done()).map(v -> false));
  }

  private static void closeAfter(WaitGroup all, Channel<?> channel) {
    go(() -> {
      try {
        all.await();
      } finally {
        channel.close();
      }
    });
  }
}
