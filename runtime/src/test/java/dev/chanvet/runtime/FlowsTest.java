package dev.chanvet.runtime;

import static dev.chanvet.runtime.Go.go;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chanvet.runtime.junit.LeakCheckExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The idioms and the error group; each also when it is cancelled half-way. */
@ExtendWith(LeakCheckExtension.class)
class FlowsTest {
  private static final Context NEVER = Context.background();

  private static ReceiveChannel<Integer> count(Context done, int from, int to) {
    Channel<Integer> out = Channel.make();
    go(() -> {
      try {
        for (int i = from; i < to; i++) {
          if (!Select.<Boolean>select(
              Select.send(out, i).map(v -> true), Select.receive(done.done()).map(v -> false))) {
            return;
          }
        }
      } finally {
        out.close();
      }
    });
    return out;
  }

  private static List<Integer> all(ReceiveChannel<Integer> in) {
    List<Integer> got = new ArrayList<>();
    in.forEach(got::add);
    return got;
  }

  @Test
  void mergeGivesAllValuesOfAll() {
    ReceiveChannel<Integer> merged =
        Flows.merge(
            NEVER, List.of(count(NEVER, 0, 100), count(NEVER, 100, 150), count(NEVER, 150, 151)));
    assertThat(all(merged))
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 151).boxed().toList());
    assertThat(all(Flows.merge(NEVER, List.<ReceiveChannel<Integer>>of()))).isEmpty();
  }

  @Test
  void mergeEndsWhenCancelled() throws InterruptedException {
    Context done = Context.withCancel(NEVER);
    ReceiveChannel<Integer> merged =
        Flows.merge(done, List.of(count(done, 0, Integer.MAX_VALUE), Channel.<Integer>make()));
    assertThat(merged.receive()).isZero();
    done.cancel();
    all(merged);
  }

  @Test
  void orDoneEndsThoughTheInputDoesNot() throws InterruptedException {
    assertThat(all(Flows.orDone(NEVER, count(NEVER, 0, 5)))).containsExactly(0, 1, 2, 3, 4);
    Context done = Context.withCancel(NEVER);
    Channel<Integer> input = Channel.make();
    ReceiveChannel<Integer> output = Flows.orDone(done, input);
    input.send(1);
    assertThat(output.receive()).isEqualTo(1);
    done.cancel();
    assertThat(output.receive()).isNull();
  }

  @Test
  void teeGivesEveryValueToBoth() {
    Flows.Tee<Integer> tee = Flows.tee(NEVER, count(NEVER, 0, 50));
    List<Integer> second = new ArrayList<>();
    Goroutine reader = go(() -> second.addAll(all(tee.second())));
    List<Integer> first = all(tee.first());
    joined(reader);
    assertThat(first).isEqualTo(IntStream.range(0, 50).boxed().toList()).isEqualTo(second);
    Context done = Context.withCancel(NEVER);
    Flows.Tee<Integer> cancelled = Flows.tee(done, count(done, 0, 50));
    done.cancel();
    all(cancelled.first());
    all(cancelled.second());
  }

  @Test
  void parallelMapDoesEachOnceAndBounded() {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    ReceiveChannel<Integer> squares =
        Flows.parallelMap(
            NEVER,
            count(NEVER, 0, 200),
            4,
            x -> {
              most.accumulateAndGet(inside.incrementAndGet(), Math::max);
              Thread.yield();
              inside.decrementAndGet();
              return x * x;
            });
    assertThat(all(squares))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 200).map(x -> x * x).boxed().toList());
    assertThat(most.get()).isBetween(1, 4);
    assertThatThrownBy(() -> Flows.parallelMap(NEVER, Channel.<Integer>make(), 0, x -> x))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anErrorGroupThrowsItsFirstFailureAndCancelsTheRest() throws Exception {
    ErrorGroup fine = ErrorGroup.withContext(NEVER);
    AtomicInteger done = new AtomicInteger();
    for (int i = 0; i < 10; i++) {
      fine.go(done::incrementAndGet);
    }
    fine.await();
    assertThat(done).hasValue(10);
    assertThat(fine.context().isCancelled()).isTrue();

    ErrorGroup broken = ErrorGroup.withContext(NEVER);
    broken.go(() -> broken.context().done().receive());
    broken.go(() -> {
      throw new java.io.IOException("first");
    });
    assertThatThrownBy(broken::await).isInstanceOf(java.io.IOException.class).hasMessage("first");
  }

  @Test
  void anErrorGroupKeepsToItsLimit() throws Exception {
    ErrorGroup group = ErrorGroup.withLimit(NEVER, 2);
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    for (int i = 0; i < 20; i++) {
      group.go(() -> {
        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
        Thread.sleep(1);
        inside.decrementAndGet();
      });
    }
    group.await();
    assertThat(most.get()).isBetween(1, 2);
    assertThatThrownBy(() -> ErrorGroup.withLimit(NEVER, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void joined(Goroutine goroutine) {
    try {
      goroutine.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
