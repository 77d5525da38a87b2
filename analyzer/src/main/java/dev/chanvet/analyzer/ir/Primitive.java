package dev.chanvet.analyzer.ir;

/**
 * The abstract machine's own operations. A model reaches them as static methods of {@code
 * dev.chanvet.model.Machine}, named in camel case: {@code Machine.trySend(core, value)} is {@link
 * #TRY_SEND}. Channels, counters, sequences and goroutines are machine objects, made by {@link
 * #CHANNEL}, {@link #COUNTER}, {@link #SEQUENCE} and {@link #SPAWN}.
 *
 * <p>A model is atomic: from where it is called to its next operation that blocks, or to its return
 * or its call of user code, no other goroutine runs. Operations that block end with {@code
 * java.lang.InterruptedException} when their goroutine is interrupted; only {@link #LOCK} does not.
 * Those named {@code TIMED} may also give up, and answer false, at any moment when they cannot
 * proceed, but not while they can.
 */
public enum Primitive {
  /** {@code channel(capacity)}: a new open channel. */
  CHANNEL(1),
  /**
   * {@code environmentChannel()}: a channel whose other side is outside the program: always
   * possibly ready, never judged.
   */
  ENVIRONMENT_CHANNEL(0),
  /**
   * {@code send(channel, value)}: blocks; throws {@code dev.chanvet.runtime.ChannelClosedException}
   * when closed, {@code java.lang.NullPointerException} if the value is null (an unknown one is
   * not).
   */
  SEND(2),
  /** {@code trySend(channel, value)}: true if taken or buffered; throws as {@link #SEND} does. */
  TRY_SEND(2),
  /** {@code receive(channel)}: blocks; null when closed and drained. */
  RECEIVE(1),
  /** {@code tryReceive(channel)}: null when nothing is there now, or closed and drained. */
  TRY_RECEIVE(1),
  /** {@code peek(channel)}: the oldest buffered value, which stays; null if there is none. */
  PEEK(1),
  /** {@code close(channel)}: throws when closed already. */
  CLOSE(1),
  /** {@code isClosed(channel)}. */
  IS_CLOSED(1),
  /** {@code size(channel)}: the number of buffered values. */
  SIZE(1),
  /** {@code capacity(channel)}. */
  CAPACITY(1),
  /**
   * {@code select(arms)}: {@code arms} is a sequence of arm objects with the fields {@code channel}
   * (a machine channel or null), {@code kind} (0 receive, 1 send, 2 timeout, 3 default) and {@code
   * value} (what a send arm sends). Blocks until one is chosen; answers the chosen arm's index and
   * stores what was received (null if closed) into that arm's field {@code value}. A timeout can be
   * chosen at any moment when no other arm can, and need not be; a default is chosen at once then.
   */
  SELECT(1),
  /** {@code counter(initial)}: a new counter, never below 0 unless {@link #ADD} makes it so. */
  COUNTER(1),
  /** {@code add(counter, delta)}: never blocks; the new value. */
  ADD(2),
  /** {@code value(counter)}. */
  VALUE(1),
  /** {@code acquire(counter, n)}: blocks until the value is at least n, then subtracts n. */
  ACQUIRE(2),
  /** {@code timedAcquire(counter, n)}: {@link #ACQUIRE} that may give up. */
  TIMED_ACQUIRE(2),
  /** {@code tryAcquire(counter, n)}: subtracts n and answers true if the value is at least n. */
  TRY_ACQUIRE(2),
  /** {@code awaitZero(counter)}: blocks until the value is 0 or less. */
  AWAIT_ZERO(1),
  /** {@code timedAwaitZero(counter)}: {@link #AWAIT_ZERO} that may give up. */
  TIMED_AWAIT_ZERO(1),
  /**
   * {@code lock(object)}: takes the reentrant lock of an object; blocks while another goroutine
   * holds it.
   */
  LOCK(1),
  /** {@code timedLock(object)}: {@link #LOCK} that may give up, and that an interrupt ends. */
  TIMED_LOCK(1),
  /** {@code tryLock(object)}. */
  TRY_LOCK(1),
  /**
   * {@code unlock(object)}: gives it back; throws {@code java.lang.IllegalMonitorStateException} if
   * not held.
   */
  UNLOCK(1),
  /** {@code holdsLock(object)}: whether the running goroutine holds the lock of an object. */
  HOLDS_LOCK(1),
  /**
   * {@code awaitSignal(condition, lock)}: releases the lock wholly, blocks until signalled, takes
   * it again.
   */
  AWAIT_SIGNAL(2),
  /**
   * {@code timedAwaitSignal(condition, lock)}: {@link #AWAIT_SIGNAL} that may give up waiting; it
   * takes the lock again in any case.
   */
  TIMED_AWAIT_SIGNAL(2),
  /** {@code signal(condition)}: wakes one waiter, if there is one. */
  SIGNAL(1),
  /** {@code signalAll(condition)}. */
  SIGNAL_ALL(1),
  /**
   * {@code spawn(body)}: starts a goroutine that calls the function value without arguments; its
   * handle.
   */
  SPAWN(1),
  /**
   * {@code spawnTimer(body)}: the same for the environment's clock: may run at any later time, and
   * does so at last.
   */
  SPAWN_TIMER(1),
  /** {@code join(goroutine)}: blocks until it has ended. */
  JOIN(1),
  /** {@code timedJoin(goroutine)}: {@link #JOIN} that may give up. */
  TIMED_JOIN(1),
  /**
   * {@code interrupt(goroutine)}: its present or next blocking operation throws {@code
   * java.lang.InterruptedException}.
   */
  INTERRUPT(1),
  /**
   * {@code interrupted()}: whether the running goroutine has a pending interrupt, which is cleared.
   */
  INTERRUPTED(0),
  /** {@code self()}: the running goroutine's handle, equal to every other handle of it. */
  SELF(0),
  /**
   * {@code attach(goroutine, value)}: keeps one value with a goroutine, instead of what was
   * attached before.
   */
  ATTACH(2),
  /** {@code attached(goroutine)}: what was attached last, or null. */
  ATTACHED(1),
  /** {@code exit()}: the program ends here; nothing that any goroutine waits for is judged. */
  EXIT(0),
  /**
   * {@code call(function, arguments...)}: calls a lambda, a method reference or the one abstract
   * method of an object. Last arguments that it does not take are dropped.
   */
  CALL(-1),
  /** {@code choose()}: a boolean that nothing decides. */
  CHOOSE(0),
  /** {@code unknown()}: a value that the analysis does not know. */
  UNKNOWN(0),
  /** {@code escape(value)}: the value and all it reaches are given to code that is not analysed. */
  ESCAPE(1),
  /** {@code sequence()}: a new growable list. */
  SEQUENCE(0),
  /** {@code append(sequence, value)}. */
  APPEND(2),
  /** {@code at(sequence, index)}: the value; throws {@code java.lang.IndexOutOfBoundsException}. */
  AT(2),
  /** {@code put(sequence, index, value)}: replaces. */
  PUT(3),
  /** {@code insert(sequence, index, value)}. */
  INSERT(3),
  /** {@code remove(sequence, index)}: the value removed. */
  REMOVE(2),
  /** {@code length(sequence)}; an array's length as well. */
  LENGTH(1),
  /** {@code clear(sequence)}. */
  CLEAR(1),
  /**
   * {@code indexOf(sequence, value)}: the first index of an equal value, or -1; with unknown values
   * a free choice.
   */
  INDEX_OF(2),
  /** {@code equal(a, b)}: as {@code Objects.equals}, without running a user's {@code equals}. */
  EQUAL(2),
  /** {@code isArray(value)}. */
  IS_ARRAY(1),
  /** {@code isKnown(value)}: false for a value from outside the analysed code. */
  IS_KNOWN(1),
  /** {@code isSettled(value)}: whether it depends on nothing outside, be it known or not. */
  IS_SETTLED(1),
  /**
   * {@code decided(number)}: the number itself; one from outside is decided, small, from now on.
   */
  DECIDED(1),
  /**
   * {@code compareAndSet(object, expected, value)}: atomically on the field {@code value} of an
   * object.
   */
  COMPARE_AND_SET(3),
  /**
   * {@code pause()}: does nothing, but the second time that a goroutine comes to it without a wait
   * in between it lets others run first, so that a loop of sleeps or spins ends nothing.
   */
  PAUSE(0);

  private final int arity;

  Primitive(int arity) {
    this.arity = arity;
  }

  /** The number of arguments; -1 for any number. */
  public int arity() {
    return arity;
  }

  /** The name in models: {@code trySend} for {@link #TRY_SEND}. */
  public String methodName() {
    StringBuilder name = new StringBuilder();
    for (String word : name().toLowerCase(java.util.Locale.ROOT).split("_")) {
      name.append(
          name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return name.toString();
  }
}
