package dev.chanvet.runtime;

import dev.chanvet.model.Machine;
import java.util.List;
import java.util.function.Function;

/** Ready-made stages between channels. Kept: everything. */
public final class Flows {
  private Flows() {}

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

  public static <T> ReceiveChannel<T> orDone(Context done, ReceiveChannel<T> input) {
    Channel<T> output = Channel.make();
    Go.go(() -> {
      try {
        copy(done, input, output);
      } finally {
        output.close();
      }
    });
    return output;
  }

  public static <T> Tee<T> tee(Context done, ReceiveChannel<T> input) {
    Channel<T> first = Channel.make();
    Channel<T> second = Channel.make();
    Go.go(() -> {
      try {
        T value = next(done, input);
        while (value != null && both(done, first, second, value)) {
          value = next(done, input);
        }
      } finally {
        first.close();
        second.close();
      }
    });
    return new Tee<>(first, second);
  }

  /** Sends a value to both, in either order; whether it was not cancelled meanwhile. */
  private static <T> boolean both(Context done, Channel<T> first, Channel<T> second, T value)
      throws InterruptedException {
    Arm<T> one = new Arm<>(first.core, Arm.SEND, value);
    Arm<T> two = new Arm<>(second.core, Arm.SEND, value);
    return switch (firstOf(done, one, two)) {
      case 0 -> firstOf(done, two) == 0;
      case 1 -> firstOf(done, one) == 0;
      default -> false;
    };
  }

  public static <T, R> ReceiveChannel<R> parallelMap(
      Context done, ReceiveChannel<T> input, int workers, Function<? super T, ? extends R> f) {
    if (workers <= 0) {
      throw new IllegalArgumentException();
    }
    Channel<R> results = Channel.make();
    WaitGroup all = new WaitGroup();
    for (int i = 0; i < workers; i++) {
      all.go(() -> {
        T value = next(done, input);
        while (value != null && offer(done, results, f.apply(value))) {
          value = next(done, input);
        }
      });
    }
    closeAfter(all, results);
    return results;
  }

  private static <T> void copy(Context done, ReceiveChannel<T> input, Channel<T> output)
      throws InterruptedException {
    T value = next(done, input);
    while (value != null && offer(done, output, value)) {
      value = next(done, input);
    }
  }

  private static <T> T next(Context done, ReceiveChannel<T> input) throws InterruptedException {
    Arm<T> arm = new Arm<>(((Channel<T>) input).core, Arm.RECEIVE, null);
    return firstOf(done, arm) == 0 ? arm.value : null;
  }

  private static <T> boolean offer(Context done, Channel<T> output, T value)
      throws InterruptedException {
    return firstOf(done, new Arm<>(output.core, Arm.SEND, value)) == 0;
  }

  /** The index of the arm chosen; the last index is that of the context's end. */
  private static int firstOf(Context done, Arm<?>... arms) throws InterruptedException {
    Object all = Machine.sequence();
    for (Arm<?> arm : arms) {
      Machine.append(all, arm);
    }
    Machine.append(all, Select.receive(done.done()));
    return Machine.select(all);
  }

  private static void closeAfter(WaitGroup all, Channel<?> channel) {
    Go.go(() -> {
      try {
        all.await();
      } finally {
        channel.close();
      }
    });
  }

  /** Two channels that both receive what one sends. */
  public record Tee<T>(ReceiveChannel<T> first, ReceiveChannel<T> second) {}
}
