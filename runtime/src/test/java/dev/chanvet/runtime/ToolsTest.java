package dev.chanvet.runtime;

import static dev.chanvet.runtime.Go.go;
import static dev.chanvet.runtime.Waiting.untilBlocked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chanvet.runtime.junit.LeakCheckExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** WaitGroup, Once, Timer, Ticker and Context. */
@ExtendWith(LeakCheckExtension.class)
class ToolsTest {

  @Test
  void aWaitGroupWaitsForAll() throws InterruptedException {
    WaitGroup group = new WaitGroup();
    AtomicInteger ended = new AtomicInteger();
    Channel<Signal> start = Channel.make();
    for (int i = 0; i < 100; i++) {
      group.go(() -> {
        start.receive();
        ended.incrementAndGet();
      });
    }
    Goroutine waiting = go(group::await);
    untilBlocked(waiting);
    assertThat(waiting.snapshot().reason()).isEqualTo("sync.WaitGroup.Wait");
    start.close();
    group.await();
    assertThat(ended).hasValue(100);
    waiting.join();
    group.add(1);
    group.done();
    group.await();
  }

  @Test
  void aWaitGroupCountsOneThatThrows() {
    assertThatThrownBy(() ->
            Go.run(() -> {
              WaitGroup group = new WaitGroup();
              group.go(() -> {
                throw new IllegalStateException("boom");
              });
              group.await();
              Channel.make().receive();
            }))
        .isInstanceOf(GoroutineException.class)
        .hasRootCauseMessage("boom");
  }

  @Test
  void aWaitGroupNeverCountsBelowZero() {
    WaitGroup group = new WaitGroup();
    assertThatThrownBy(group::done)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("sync: negative WaitGroup counter");
    group.add(2);
    assertThatThrownBy(() -> group.add(-3)).isInstanceOf(IllegalStateException.class);
    group.add(-2);
  }

  @Test
  void onceIsOnceAndOthersWaitForIt() throws InterruptedException {
    Once once = new Once();
    AtomicInteger times = new AtomicInteger();
    WaitGroup all = new WaitGroup();
    for (int i = 0; i < 50; i++) {
      all.go(() -> {
        once.run(() -> {
          sleep(20);
          times.incrementAndGet();
        });
        assertThat(times).hasValue(1);
      });
    }
    all.await();
    Once broken = new Once();
    assertThatThrownBy(() ->
            broken.run(() -> {
              throw new IllegalStateException();
            }))
        .isInstanceOf(IllegalStateException.class);
    broken.run(() -> times.set(-1));
    assertThat(times).hasValue(1);
  }

  @Test
  void aTimerFiresOnceNotEarly() throws InterruptedException {
    Instant start = Instant.now();
    Timer timer = Timer.after(Duration.ofMillis(30));
    Instant fired = timer.channel().receive();
    assertThat(fired).isAfterOrEqualTo(start.plusMillis(29));
    assertThat(timer.stop()).isFalse();
    assertThat(timer.channel().tryReceive(Duration.ofMillis(50))).isNull();
    assertThat(Timers.after(Duration.ZERO).receive()).isNotNull();
  }

  @Test
  void aStoppedOrResetTimerLeavesNoStaleTime() throws InterruptedException {
    Timer timer = Timer.after(Duration.ofMinutes(1));
    assertThat(timer.stop()).isTrue();
    assertThat(timer.stop()).isFalse();
    assertThat(timer.reset(Duration.ofMillis(1))).isFalse();
    Waiting.until(() -> timer.channel().size() == 1);
    assertThat(timer.reset(Duration.ofMinutes(1))).as("fired but not received").isTrue();
    assertThat(timer.channel().tryReceive()).isNull();
    assertThat(timer.reset(Duration.ofMillis(1))).isTrue();
    assertThat(timer.channel().receive()).isNotNull();
  }

  @Test
  void aTickerDropsWhatNobodyTakes() throws InterruptedException {
    try (Ticker ticker = Ticker.every(Duration.ofMillis(5))) {
      Instant first = ticker.channel().receive();
      Thread.sleep(60);
      assertThat(ticker.channel().size()).isEqualTo(1);
      assertThat(ticker.channel().receive()).isAfter(first);
      ticker.stop();
      assertThat(ticker.channel().tryReceive(Duration.ofMillis(30))).isNull();
    }
    assertThatThrownBy(() -> Ticker.every(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void cancellingGoesDownTheTree() throws InterruptedException {
    Context root = Context.withCancel(Context.background());
    Context middle = Context.withCancel(root);
    Context leaf = Context.withTimeout(middle, Duration.ofMinutes(1));
    Context sibling = Context.withCancel(root);
    assertThat(leaf.done()).isSameAs(leaf.done());
    Goroutine waiting = go(() -> assertThat(leaf.done().receive()).isNull());
    untilBlocked(waiting);
    middle.cancel();
    waiting.join();
    assertThat(middle.isCancelled()).isTrue();
    assertThat(leaf.isCancelled()).isTrue();
    assertThat(leaf.reason()).isEqualTo("context canceled");
    assertThat(sibling.isCancelled()).isFalse();
    assertThat(root.reason()).isNull();
    middle.cancel();
    root.close();
    assertThat(sibling.isCancelled()).isTrue();
    assertThat(Context.withCancel(root).isCancelled()).as("born cancelled").isTrue();
    Context.background().cancel();
    assertThat(Context.background().isCancelled()).isFalse();
  }

  @Test
  void timeRunsOut() throws InterruptedException {
    Instant before = Instant.now();
    try (Context outer = Context.withTimeout(Context.background(), Duration.ofMillis(30));
        Context inner = Context.withTimeout(outer, Duration.ofMinutes(1))) {
      assertThat(inner.deadline()).isEqualTo(outer.deadline()).isBefore(before.plusSeconds(30));
      assertThat(inner.done().receive()).isNull();
      assertThat(inner.reason()).isEqualTo("context deadline exceeded");
    }
    assertThat(Instant.now()).isAfterOrEqualTo(before.plusMillis(29));
    assertThat(Context.withTimeout(Context.background(), Duration.ZERO).isCancelled()).isTrue();
    assertThat(Context.background().deadline()).isNull();
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
