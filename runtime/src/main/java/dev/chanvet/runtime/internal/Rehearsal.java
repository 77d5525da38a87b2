package dev.chanvet.runtime.internal;

import dev.chanvet.runtime.Channel;
import dev.chanvet.runtime.GoBody;
import dev.chanvet.runtime.internal.RehearsalStep.Kind;
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

  private RunningGoroutine start(
      Kind kind, LockedChannel<Object> channel, LockedChannel<Object> other) {
    GoBody body = new RehearsalStep(kind, channel, other);
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

  private void waits(LockedChannel<Object> there, LockedChannel<Object> back)
      throws InterruptedException {
    RunningGoroutine one = start(Kind.HEAR_AND_ANSWER, there, back);
    RunningGoroutine other = start(Kind.ASK_AND_HEAR, there, back);
    one.join();
    other.join();
  }

  private void rare(LockedChannel<Object> channel, LockedChannel<Object> other)
      throws InterruptedException {
    contended(Kind.TRY_SEND, channel);
    contended(Kind.TRY_RECEIVE_FOR_A_MOMENT, channel);
    contended(Kind.TRY_SEND_FOR_A_MOMENT, channel);
    contended(Kind.RECEIVE, channel);
    contended(Kind.TRY_SEND_FOR_A_MOMENT, channel);
    for (int i = 0; i < 2; i++) {
      inVain(start(Kind.SEND, channel, channel), Kind.RECEIVE, channel);
      inVain(start(Kind.RECEIVE, channel, channel), Kind.SEND, channel);
      inVain(start(Kind.SELECT, channel, other), Kind.SEND, channel);
      inVain(start(Kind.SELECT, channel, other), Kind.RECEIVE, other);
    }
    while (channel.trySend(channel)) {}
    interrupted(start(Kind.SEND, channel, channel));
    channel.trySend(channel, MOMENT);
    while (channel.tryReceive() != null) {}
    interrupted(start(Kind.RECEIVE, channel, channel));
    interrupted(start(Kind.SELECT, channel, channel));
    channel.tryReceive(MOMENT);
    closed(channel, Kind.RECEIVE);
    while (other.trySend(other)) {}
    closed(other, Kind.SEND);
    for (int i = 0; i < 3; i++) {
      other.receive();
    }
  }

  /**
   * Somebody finds the lock taken, if there is a second carrier; whatever it waits for afterwards
   * comes.
   */
  private void contended(Kind kind, LockedChannel<Object> channel) throws InterruptedException {
    channel.lock();
    RunningGoroutine blocked = start(kind, channel, channel);
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
  private void inVain(RunningGoroutine waiting, Kind end, LockedChannel<Object> channel)
      throws InterruptedException {
    awaitSleep(waiting);
    RunningGoroutine ending = start(end, channel, channel);
    ending.join(MOMENT);
    ending.interrupt();
    waiting.interrupt();
    waiting.join();
    ending.join();
  }

  private static void interrupted(RunningGoroutine waiting) throws InterruptedException {
    awaitSleep(waiting);
    waiting.interrupt();
    waiting.join();
  }

  /** Two are asleep when the channel is closed, and two come after that. */
  private void closed(LockedChannel<Object> channel, Kind kind) throws InterruptedException {
    RunningGoroutine first = start(kind, channel, channel);
    RunningGoroutine second = start(kind, channel, channel);
    awaitSleep(first);
    awaitSleep(second);
    channel.close();
    first.join();
    second.join();
    start(kind, channel, channel).join();
    start(kind, channel, channel).join();
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
