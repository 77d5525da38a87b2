package dev.chanvet.runtime.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A few goroutines that each do a few operations on shared channels.
 *
 * @param capacities of the channels
 * @param goroutines the operations of each, in order
 */
record Program(List<Integer> capacities, List<List<Op>> goroutines) {

  /** What a goroutine does in one step. */
  sealed interface Op {}

  /** Sends {@code value}. */
  record Send(int channel, int value) implements Op {}

  /** Receives. */
  record Receive(int channel) implements Op {}

  /** Closes. */
  record Close(int channel) implements Op {}

  /** Interrupts a goroutine. */
  record Interrupt(int goroutine) implements Op {}

  /**
   * Does one of {@code arms}, which are sends and receives; the default if {@code otherwise} and
   * none is ready.
   */
  record Choice(List<Op> arms, boolean otherwise) implements Op {}

  /** Whether any goroutine interrupts another. */
  boolean interrupts() {
    return goroutines.stream().flatMap(List::stream).anyMatch(Interrupt.class::isInstance);
  }

  static Program random(Random random) {
    return random(random, false);
  }

  /** Makes a program in which goroutines are interrupted, too, if {@code interrupts}. */
  static Program random(Random random, boolean interrupts) {
    int channels = 1 + random.nextInt(2);
    List<Integer> capacities = new ArrayList<>();
    for (int i = 0; i < channels; i++) {
      capacities.add(random.nextInt(3));
    }
    List<List<Op>> goroutines = new ArrayList<>();
    int value = 1;
    int count = 2 + random.nextInt(interrupts ? 3 : 2);
    for (int g = 0; g < count; g++) {
      List<Op> ops = new ArrayList<>();
      int length = 1 + random.nextInt(3);
      for (int k = 0; k < length; k++) {
        ops.add(
            interrupts && random.nextInt(4) == 0
                ? new Interrupt(random.nextInt(count))
                : op(random, channels, value));
        value += 3;
      }
      goroutines.add(List.copyOf(ops));
    }
    return new Program(List.copyOf(capacities), List.copyOf(goroutines));
  }

  private static Op op(Random random, int channels, int value) {
    int kind = random.nextInt(10);
    if (kind == 0) {
      return new Close(random.nextInt(channels));
    }
    if (kind >= 7) {
      return new Choice(
          List.of(simple(random, channels, value), simple(random, channels, value + 1)),
          random.nextInt(3) == 0);
    }
    return simple(random, channels, value);
  }

  private static Op simple(Random random, int channels, int value) {
    int channel = random.nextInt(channels);
    return random.nextBoolean() ? new Send(channel, value) : new Receive(channel);
  }
}
