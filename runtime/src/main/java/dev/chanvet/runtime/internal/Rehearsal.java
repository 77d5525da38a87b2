package dev.chanvet.runtime.internal;

import dev.chanvet.runtime.Channel;
import dev.chanvet.runtime.ChannelClosedException;
import dev.chanvet.runtime.GoBody;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * All that can happen at a channel, some thousand times over, for the JIT to see.
 *
 * <p>The rare counts as much as the frequent. Of a branch that was never taken the JIT makes a
 * trap, and whoever runs into it throws the code away in which he runs; if that is where a hundred
 * thousand goroutines sleep, all of them go on in the interpreter. So each turn has its share of
 * values that go through at once, of waits, and of every rare thing: a taken lock, a closed
 * channel, an interrupt, a wait with a limit, a wait in vain.
 */
final class Rehearsal {
  private static final int TURNS = 12;

  /** By then the compiler has taken what it wants to know. */
  private static final int RARE_TURNS = 6;

  private static final int AT_ONCE = 1_000;
  private static final int WAITS = 250;
  private static final int HOLDING = 1_000;
  private static final Duration MOMENT = Duration.ofNanos(20_000);

  /** Out of the sight of whoever looks at the program's goroutines. */
  private final Scope scope = Scope.hidden();

  private Rehearsal() {}

  static void run() {
    try {
      Rehearsal rehearsal = new Rehearsal();
      for (int turn = 0; turn < TURNS; turn++) {
        rehearsal.atOnce();
        rehearsal.waits(new BufferedChannel<>(1), new RendezvousChannel<>());
        rehearsal.waits(new RendezvousChannel<>(), new BufferedChannel<>(1));
        if (turn < RARE_TURNS) {
          rehearsal.rare(new BufferedChannel<>(2), new BufferedChannel<>(1));
          rehearsal.rare(new RendezvousChannel<>(), new RendezvousChannel<>());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private RunningGoroutine start(GoBody body) {
    return RunningGoroutine.start(scope, null, body, Rehearsal.class, 0);
  }

  /** The values of channels are often boxed numbers, small ones and others. */
  private void atOnce() throws InterruptedException {
    Channel<Integer> scratch = new BufferedChannel<>(200);
    for (int i = 0; i < AT_ONCE; i++) {
      scratch.send(i);
      if (i % 200 >= 100) {
        scratch.receive();
        scratch.receive();
      }
    }
  }

  private void waits(Channel<Object> there, Channel<Object> back) throws InterruptedException {
    RunningGoroutine one =
        start(() -> {
          for (int i = 0; i < WAITS; i++) {
            there.receive();
            back.send(back);
          }
        });
    RunningGoroutine other =
        start(() -> {
          for (int i = 0; i < WAITS; i++) {
            there.send(there);
            back.receive();
          }
        });
    one.join();
    other.join();
  }

  private void rare(LockedChannel<Object> channel, LockedChannel<Object> other)
      throws InterruptedException {
    contended(channel, () -> channel.trySend(channel));
    contended(channel, () -> channel.tryReceive(MOMENT));
    contended(channel, () -> channel.trySend(channel, MOMENT));
    contended(channel, channel::receive);
    contended(channel, () -> channel.trySend(channel, MOMENT));
    for (int i = 0; i < 2; i++) {
      inVain(() -> channel.send(channel), channel::receive);
      inVain(channel::receive, () -> channel.send(channel));
      inVain(() -> select(channel, other), () -> channel.send(channel));
      inVain(() -> select(channel, other), other::receive);
    }
    while (channel.trySend(channel)) {}
    interrupted(() -> channel.send(channel));
    channel.trySend(channel, MOMENT);
    while (channel.tryReceive() != null) {}
    interrupted(channel::receive);
    interrupted(() -> select(channel, channel));
    channel.tryReceive(MOMENT);
    closed(channel, channel::receive, channel::receive);
    while (other.trySend(other)) {}
    closed(other, () -> other.send(other), () -> other.send(other));
    for (int i = 0; i < 3; i++) {
      other.receive();
    }
  }

  private static void select(LockedChannel<Object> in, LockedChannel<Object> out)
      throws InterruptedException {
    Case<?>[] arms = {Case.receive(in), Case.send(out, out), Case.timeout(Duration.ofMillis(1))};
    Selection.select(arms);
  }

  /**
   * Somebody finds the lock taken, if there is a second carrier; whatever it waits for afterwards
   * comes.
   */
  private void contended(LockedChannel<Object> channel, GoBody body) throws InterruptedException {
    channel.lock();
    RunningGoroutine blocked = start(body);
    for (int i = 0; i < HOLDING; i++) {
      Thread.onSpinWait();
    }
    channel.unlock();
    while (!blocked.join(MOMENT)) {
      if (channel.tryReceive() == null) {
        channel.trySend(channel);
      }
    }
  }

  /** Somebody waits for what comes only when it sleeps. */
  private void inVain(GoBody waiter, GoBody end) throws InterruptedException {
    RunningGoroutine waiting = start(waiter);
    awaitSleep(waiting);
    RunningGoroutine ending = start(end);
    ending.join(MOMENT);
    ending.interrupt();
    waiting.interrupt();
    waiting.join();
    ending.join();
  }

  private void interrupted(GoBody body) throws InterruptedException {
    RunningGoroutine waiting = start(body);
    awaitSleep(waiting);
    waiting.interrupt();
    waiting.join();
  }

  private void closed(LockedChannel<Object> channel, GoBody one, GoBody other)
      throws InterruptedException {
    RunningGoroutine first = start(() -> tryClosed(one));
    RunningGoroutine second = start(() -> tryClosed(other));
    awaitSleep(first);
    awaitSleep(second);
    channel.close();
    first.join();
    second.join();
    tryClosed(one);
    tryClosed(other);
  }

  private static void tryClosed(GoBody body) throws InterruptedException {
    try {
      body.run();
    } catch (ChannelClosedException e) {
      // as it should be
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** Goes on when {@code goroutine} sleeps or has ended, or at last. */
  private static void awaitSleep(RunningGoroutine goroutine) {
    for (int i = 0; i < 50 && goroutine.sleep == null && !goroutine.isEnded(); i++) {
      Thread.yield();
      if (goroutine.sleep == null) {
        LockSupport.parkNanos(1_000);
      }
    }
  }
}
