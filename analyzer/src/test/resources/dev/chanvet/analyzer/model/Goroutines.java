import static dev.chanvet.runtime.Go.go;
import static dev.chanvet.runtime.Select.otherwise;
import static dev.chanvet.runtime.Select.receive;
import static dev.chanvet.runtime.Select.select;
import static dev.chanvet.runtime.Select.send;
import static dev.chanvet.runtime.Select.timeout;

import dev.chanvet.runtime.Channel;
import dev.chanvet.runtime.Context;
import dev.chanvet.runtime.ErrorGroup;
import dev.chanvet.runtime.Flows;
import dev.chanvet.runtime.Once;
import dev.chanvet.runtime.ReceiveChannel;
import dev.chanvet.runtime.Ticker;
import dev.chanvet.runtime.Timer;
import dev.chanvet.runtime.Timers;
import dev.chanvet.runtime.WaitGroup;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class Goroutines {
  static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void valuesCanBeMappedAndHandled() throws Exception {
    Channel<Integer> in = Channel.make(1);
    in.send(5);
    Integer result = select(receive(in).map(v -> v + 1).map(v -> v * 2));
    if (result == 12) {
      select(send(in, 1).then(() -> Channel.nil().close())); // reached
    } else {
      Channel.nil().close();
    }
  }

  @Test
  void aHandlerGetsTheValue() throws Exception {
    Channel<Integer> in = Channel.make(1);
    in.send(1);
    select(
        receive(in)
            .then(v -> {
              if (v == 1) {
                Channel.nil().close(); // reached
              } else {
                Channel.nil().close();
              }
            }));
  }

  @Test
  void aDefaultIsTakenOnlyWhenNothingIsReady() throws Exception {
    Channel<Integer> in = Channel.make(1);
    in.send(1);
    select(
        receive(in).then(() -> Channel.nil().close()), // reached
        otherwise().then(() -> Channel.nil().close()));
  }

  @Test
  void aTimeoutPassesOnlyWhenNothingIsReady() throws Exception {
    Channel<Integer> in = Channel.make(1);
    in.send(1);
    select(
        receive(in).then(() -> Channel.nil().close()), // reached
        timeout(SECOND).then(() -> Channel.nil().close()));
  }

  @Test
  void aTimeoutMayComeBeforeTheSender() throws Exception {
    Channel<Integer> in = Channel.make();
    go(() -> in.trySend(1));
    select(
        receive(in).then(() -> Channel.nil().close()), // reached
        timeout(SECOND).then(() -> Channel.nil().close())); // reached
  }

  @Test
  void aListOfArmsNullsIncluded() throws Exception {
    Channel<Integer> in = Channel.make(1);
    in.send(1);
    Integer value = select(List.of(receive((Channel<Integer>) null), receive(in)));
    if (value == 1) {
      Channel.nil().close(); // reached
    }
  }

  @Test
  void aLoopEndsWhenClosedAndDrained() throws Exception {
    Channel<Integer> channel = Channel.make(2);
    channel.send(1);
    channel.send(2);
    channel.close();
    int sum = 0;
    for (int value : channel) {
      sum += value;
    }
    if (sum == 3) {
      Channel.nil().close(); // reached
    } else {
      Channel.nil().close();
    }
  }

  @Test
  void aLoopWaitsUntilClosed() throws Exception {
    Channel<Integer> channel = Channel.make(1);
    channel.send(1);
    for (int value : channel) { // stuck
      if (value != 1) {
        Channel.nil().close();
      }
    }
  }

  @Test
  void timedOperationsGiveUp() throws Exception {
    Channel<Integer> channel = Channel.make(1);
    if (channel.tryReceive(SECOND) == null
        && channel.trySend(1, SECOND)
        && !channel.trySend(2, SECOND)
        && channel.tryReceive(SECOND) == 1) {
      Channel.nil().close(); // reached
    } else {
      Channel.nil().close();
    }
  }

  @Test
  void aWaitGroupWaitsForAll() throws Exception {
    Channel<Integer> done = Channel.make(2);
    WaitGroup all = new WaitGroup();
    for (int i = 0; i < 2; i++) {
      all.go(() -> done.send(1));
    }
    all.await();
    if (done.size() == 2) {
      Channel.nil().close(); // reached
    } else {
      Channel.nil().close();
    }
  }

  @Test
  void aWaitGroupIsNeverNegative() {
    try {
      new WaitGroup().done();
    } catch (IllegalStateException e) {
      Channel.nil().close(); // reached
    }
  }

  @Test
  void cancellingReachesChildren() throws Exception {
    try (Context parent = Context.withCancel(Context.background());
        Context child = Context.withCancel(parent)) {
      go(parent::cancel);
      child.done().receive();
      child.cancel();
      if (child.isCancelled() && parent.isCancelled()) {
        Channel.nil().close(); // reached
      }
    }
  }

  @Test
  void cancellingAChildLeavesTheParent() throws Exception {
    Context parent = Context.withCancel(Context.background());
    Context child = Context.withCancel(parent);
    child.cancel();
    child.cancel();
    if (!parent.isCancelled() && Context.withCancel(child).isCancelled()) {
      parent.done().receive(); // stuck
    } else {
      Channel.nil().close();
    }
  }

  @Test
  void aDeadlinePassesAtLast() throws Exception {
    try (Context context = Context.withTimeout(Context.background(), SECOND)) {
      context.done().receive();
      Channel.nil().close(); // reached
    }
  }

  @Test
  void theBackgroundIsNeverCancelled() throws Exception {
    Context.background().cancel();
    Context.background().done().receive(); // stuck
  }

  @Test
  void onceRunsOnceAndTheOthersWait() throws Exception {
    Once once = new Once();
    Channel<Integer> ran = Channel.make(2);
    go(() -> once.run(() -> ran.trySend(1)));
    once.run(() -> ran.trySend(1));
    if (ran.size() == 1) {
      Channel.nil().close(); // reached
    } else {
      Channel.nil().close();
    }
  }

  @Test
  void onceInsideItselfWaitsForItself() {
    Once once = new Once();
    once.run(() -> once.run(() -> {})); // stuck
  }

  @Test
  void aTimerFiresUnlessStopped() throws Exception {
    Timer timer = Timer.after(SECOND);
    if (timer.stop()) {
      timer.channel().receive(); // stuck
    } else {
      Channel.nil().close(); // reached
    }
  }

  @Test
  void aTimerFiresAfterAReset() throws Exception {
    Timer timer = Timer.after(SECOND);
    timer.stop();
    timer.reset(SECOND);
    timer.channel().receive();
    Channel.nil().close(); // reached
  }

  @Test
  void aTickerTicksUntilStopped() throws Exception {
    Ticker ticker = Ticker.every(SECOND);
    ticker.channel().receive();
    ticker.channel().receive();
    ticker.stop();
    ticker.channel().receive(); // stuck
  }

  @Test
  void afterComesAtLast() throws Exception {
    Timers.after(SECOND).receive();
    Channel.nil().close(); // reached
  }

  @Test
  void theFirstFailureCancelsTheGroup() throws Exception {
    ErrorGroup group = ErrorGroup.withContext(Context.background());
    group.go(() -> group.context().done().receive());
    group.go(() -> {
      throw new IllegalStateException();
    });
    try {
      group.await();
      Channel.nil().close();
    } catch (IllegalStateException e) {
      Channel.nil().close(); // reached
    }
  }

  @Test
  void aGroupWithoutFailures() throws Exception {
    ErrorGroup group = ErrorGroup.withLimit(Context.background(), 1);
    group.go(() -> {});
    group.go(() -> {});
    group.await();
    Channel.nil().close(); // reached
  }

  @Test
  void mergedChannelsEndTogether() throws Exception {
    try (Context done = Context.withCancel(Context.background())) {
      Channel<Integer> a = Channel.make(1);
      Channel<Integer> b = Channel.make(1);
      a.send(1);
      b.send(2);
      a.close();
      b.close();
      int sum = 0;
      for (int value : Flows.merge(done, List.of(a, b))) {
        sum += value;
      }
      if (sum == 3) {
        Channel.nil().close(); // reached
      } else {
        Channel.nil().close();
      }
    }
  }

  @Test
  void workersEndWithTheirInput() throws Exception {
    try (Context done = Context.withCancel(Context.background())) {
      Channel<Integer> in = Channel.make(1);
      in.send(1);
      in.close();
      ReceiveChannel<Integer> out = Flows.parallelMap(done, in, 2, x -> x + 1);
      if (out.receive() == 2 && out.receive() == null) {
        Channel.nil().close(); // reached
      } else {
        Channel.nil().close();
      }
    }
  }
}
