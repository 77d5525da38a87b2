package dev.chanvet.runtime.model;

import dev.chanvet.runtime.GoBody;
import dev.chanvet.runtime.Goroutine;
import dev.chanvet.runtime.internal.Steps;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets goroutines go on one at a time, from step to step; who is next is drawn from a seed. So the
 * same seed gives the same interleaving.
 *
 * <p>A goroutine that sleeps goes on when it is woken or interrupted; if all that are left sleep,
 * it is over. (What a sleeper is woken by is the channel's business: if the channel forgets it, it
 * sleeps for ever, as it would without this.)
 */
final class Interleaving implements Steps.Decider {
  private static final long LIMIT_SECONDS = 20;

  private final Random random;
  private final int changeOneIn;

  /** Others than the actors pass by as well, at any time. */
  private final List<Actor> actors = new CopyOnWriteArrayList<>();

  private final CountDownLatch over = new CountDownLatch(1);
  private volatile boolean free;

  /** One goroutine. */
  private static final class Actor {
    private Thread thread;
    private Steps.Sleeping sleeping;
    private boolean ended;
    private volatile boolean turn;

    boolean mayGoOn() {
      return !ended && (sleeping == null || !sleeping.stillSleeps() || thread.isInterrupted());
    }
  }

  private Interleaving(long seed) {
    this.random = new Random(seed);
    this.changeOneIn = 1 + random.nextInt(6);
  }

  /** Performs {@code program} in the interleaving of {@code seed} and returns the outcome. */
  static List<String> outcome(Program program, long seed) throws InterruptedException {
    Interleaving interleaving = new Interleaving(seed);
    Performance performance = new Performance(program);
    Steps.decideBy(interleaving);
    try {
      List<Goroutine> goroutines = performance.start(interleaving::actor);
      for (int i = 0; i < goroutines.size(); i++) {
        interleaving.actors.get(i).thread = goroutines.get(i).thread();
      }
      interleaving.give(interleaving.next());
      if (!interleaving.over.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("no end: seed " + seed + " of " + program);
      }
      List<String> outcome = performance.outcome();
      interleaving.letGo(goroutines);
      return outcome;
    } finally {
      Steps.decideBy(null);
    }
  }

  private GoBody actor(GoBody body) {
    Actor me = new Actor();
    actors.add(me);
    return () -> {
      await(me);
      try {
        body.run();
      } finally {
        me.ended = true;
        if (!free) {
          give(next());
        }
      }
    };
  }

  /** Whoever is left sleeps: it is interrupted, and ends by itself. */
  private void letGo(List<Goroutine> goroutines) throws InterruptedException {
    free = true;
    for (Goroutine goroutine : goroutines) {
      goroutine.interrupt();
    }
    for (Goroutine goroutine : goroutines) {
      goroutine.join();
    }
  }

  @Override
  public void step() {
    Actor me = current();
    if (me != null && random.nextInt(changeOneIn) == 0) {
      pass(me);
    }
  }

  @Override
  public boolean sleep(Steps.Sleeping sleeping) {
    Actor me = current();
    if (me == null) {
      return false;
    }
    me.sleeping = sleeping;
    pass(me);
    me.sleeping = null;
    return true;
  }

  private void pass(Actor me) {
    Actor next = next();
    if (next != me) {
      give(next);
      await(me);
    }
  }

  private Actor current() {
    Thread thread = Thread.currentThread();
    if (!free) {
      for (Actor actor : actors) {
        if (actor.thread == thread && !actor.ended) {
          return actor;
        }
      }
    }
    return null;
  }

  /** Draws the next; null if nobody may go on. */
  private Actor next() {
    List<Actor> able = actors.stream().filter(Actor::mayGoOn).toList();
    return able.isEmpty() ? null : able.get(random.nextInt(able.size()));
  }

  private void give(Actor next) {
    if (next == null) {
      over.countDown();
    } else {
      next.turn = true;
      LockSupport.unpark(next.thread);
    }
  }

  private void await(Actor me) {
    while (!me.turn && !free) {
      if (Thread.currentThread().isInterrupted()) {
        Thread.yield(); // it cannot park
      } else {
        LockSupport.park(this);
      }
    }
    me.turn = false;
  }
}
