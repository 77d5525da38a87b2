package dev.chanvet.runtime.linear;

import dev.chanvet.runtime.Channel;
import dev.chanvet.runtime.ChannelClosedException;
import dev.chanvet.runtime.Select;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jetbrains.kotlinx.lincheck.LinChecker;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Lincheck: whatever several threads do at once to a channel, without waiting, is what some order
 * of the same operations does to a queue. The operations that wait are held against the model in
 * {@code dev.chanvet.runtime.model}.
 */
@Timeout(600)
class LinearizableTest {

  /** What is checked. */
  @Param(name = "value", gen = IntGen.class, conf = "1:3")
  public static class Buffered {
    private final Channel<Integer> channel = Channel.make(2);

    @Operation
    public String send(@Param(name = "value") int value) {
      return panics(() -> Boolean.toString(channel.trySend(value)));
    }

    @Operation
    public Integer receive() {
      return channel.tryReceive();
    }

    @Operation
    public String close() {
      return panics(() -> {
        channel.close();
        return "closed";
      });
    }

    @Operation
    public int size() {
      return channel.size();
    }

    @Operation
    public String selectSend(@Param(name = "value") int value) {
      return panics(() ->
          Select.select(
              Select.send(channel, value).map(v -> "sent"), Select.otherwise().map(v -> "full")));
    }

    @Operation
    public String selectReceive() {
      return panics(() ->
          Select.select(
              Select.receive(channel).map(v -> v == null ? "end" : "got " + v),
              Select.otherwise().map(v -> "empty")));
    }
  }

  /** What it should be like. */
  public static class Specification {
    private final Deque<Integer> values = new ArrayDeque<>();
    private boolean closed;

    public String send(int value) {
      if (closed) {
        return "send on closed channel";
      }
      return Boolean.toString(values.size() < 2 && values.add(value));
    }

    public Integer receive() {
      return values.poll();
    }

    public String close() {
      String result = closed ? "close of closed channel" : "closed";
      closed = true;
      return result;
    }

    public int size() {
      return values.size();
    }

    public String selectSend(int value) {
      return switch (send(value)) {
        case "true" -> "sent";
        case "false" -> "full";
        default -> "send on closed channel";
      };
    }

    public String selectReceive() {
      Integer value = values.poll();
      return value != null ? "got " + value : closed ? "end" : "empty";
    }
  }

  private interface Body {
    String run() throws InterruptedException;
  }

  private static String panics(Body body) {
    try {
      return body.run();
    } catch (ChannelClosedException e) {
      return e.getMessage();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static StressOptions stress(int iterations, int invocations) {
    return new StressOptions()
        .iterations(iterations)
        .invocationsPerIteration(invocations)
        .threads(3)
        .actorsPerThread(3)
        .sequentialSpecification(Specification.class);
  }

  @Test
  void underStress() {
    LinChecker.check(Buffered.class, stress(10, 500));
  }

  @Test
  @Tag("long")
  void underLongStress() {
    LinChecker.check(Buffered.class, stress(40, 4_000));
  }

  @Test
  @Tag("long")
  void byModelChecking() {
    LinChecker.check(
        Buffered.class,
        new ModelCheckingOptions()
            .iterations(20)
            .invocationsPerIteration(1_000)
            .threads(2)
            .actorsPerThread(3)
            .sequentialSpecification(Specification.class));
  }
}
