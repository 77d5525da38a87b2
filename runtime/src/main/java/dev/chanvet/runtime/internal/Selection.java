package dev.chanvet.runtime.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * A select that has to wait, asleep in the queues of all its channels at once.
 *
 * <p>As in Go: first every arm is tried in random order, one lock at a time; the first that is
 * ready is taken. If none is, all channels are locked, in one order for everybody ({@link
 * LockedChannel#order}), so that two selects never wait for each other's locks; the arms are tried
 * again, and then queued, before any lock is released. So nobody ever sees half a select, and a
 * select that sleeps is matched by one compare-and-set of its state. A select that is not to wait
 * takes its default only after that, too: tried one by one, the arms may each be ready at another
 * time than they are looked at, though one of them is at any time.
 */
public final class Selection extends Parking {
  private static final Object NOT_READY = new Object();
  private static final Object SEND_ON_CLOSED = new Object();
  private static final int[] NO_ARMS = {};

  private final Case<?>[] arms;
  private final int[] order;
  private final Node[] nodes;
  private boolean lingers;

  private Selection(Case<?>[] arms, int[] order) {
    super(order.length == 0 ? WaitReason.SELECT_NO_CASES : WaitReason.SELECT, null, false, null);
    this.arms = arms;
    this.order = order;
    this.nodes = new Node[order.length];
  }

  /**
   * Waits for one of {@code arms}, which is not changed, does it, and returns the value of its
   * handler.
   */
  public static <R extends @Nullable Object> R select(Case<? extends R>[] arms)
      throws InterruptedException {
    if (Counting.ON) {
      Counting.SELECTS.increment();
    }
    Case<? extends R> otherwise = null;
    Case<? extends R> timeout = null;
    int channels = 0;
    for (Case<? extends R> arm : arms) {
      switch (arm.kind) {
        case SEND, RECEIVE -> channels += arm.channel == null ? 0 : 1;
        case TIMEOUT -> timeout = timeout == null || arm.nanos < timeout.nanos ? arm : timeout;
        case OTHERWISE -> {
          if (otherwise != null) {
            throw new IllegalArgumentException("select has more than one otherwise");
          }
          otherwise = arm;
        }
      }
    }
    long deadline = timeout == null ? 0 : System.nanoTime() + timeout.nanos;
    int[] order = channels == 0 ? NO_ARMS : shuffled(arms, channels);
    for (int i : order) {
      LockedChannel<?> channel = channelOf(arms[i]);
      channel.lock();
      Object received = attempt(arms[i], channel);
      channel.unlockAndWake();
      if (received != NOT_READY) {
        return finish(arms[i], received);
      }
    }
    Case<? extends R> atOnce =
        otherwise == null && timeout != null && timeout.nanos <= 0 ? timeout : otherwise;
    if (atOnce != null && order.length <= 1) {
      return atOnce.finish(null);
    }
    Selection selection = new Selection(arms, order);
    int index = selection.attemptAll(atOnce == null);
    if (index >= 0) {
      return finish(arms[index], selection.item);
    }
    if (atOnce != null) {
      return atOnce.finish(null);
    }
    if (selection.lingers) {
      channelOf(arms[order[0]]).linger(selection);
    }
    if (timeout == null) {
      selection.await();
    } else if (selection.awaitUntil(deadline) == GAVE_UP) {
      return timeout.finish(null);
    }
    index = selection.servedArm();
    return finish(arms[index], selection.result(arms[index]));
  }

  private static <R extends @Nullable Object> R finish(
      Case<? extends R> arm, @Nullable Object received) throws InterruptedException {
    if (received == SEND_ON_CLOSED) {
      throw LockedChannel.sendOnClosed();
    }
    return arm.finish(received);
  }

  /** Returns the indices of the arms that have a channel, every order equally likely. */
  private static int[] shuffled(Case<?>[] arms, int channels) {
    int[] order = new int[channels];
    ThreadLocalRandom random = ThreadLocalRandom.current();
    int filled = 0;
    for (int i = 0; i < arms.length; i++) {
      if (arms[i].channel != null) {
        int j = random.nextInt(filled + 1);
        order[filled++] = order[j];
        order[j] = i;
      }
    }
    return order;
  }

  /**
   * Does {@code arm} if it is ready; the lock is held. Returns what was received, null, or one of
   * the two marks.
   */
  private static @Nullable Object attempt(Case<?> arm, LockedChannel<?> channel) {
    if (arm.kind == Case.Kind.RECEIVE) {
      Object received = channel.takeLocked();
      return received == null && !channel.closed ? NOT_READY : received;
    }
    if (channel.closed) {
      return SEND_ON_CLOSED;
    }
    return channel.putLocked(sent(arm)) ? null : NOT_READY;
  }

  /**
   * With all channels locked, does the first arm of the order that is ready; if none is, queues all
   * if it is to wait.
   *
   * @return the arm done, with what it received in {@code item}; -1 if none was ready
   */
  private int attemptAll(boolean waits) {
    LockedChannel<?>[] locks = lockAll();
    Node toWake = null;
    int done = -1;
    for (int i : order) {
      LockedChannel<?> channel = channelOf(arms[i]);
      Object received = attempt(arms[i], channel);
      if (received != NOT_READY) {
        item = received;
        toWake = channel.takeToWake();
        done = i;
        break;
      }
    }
    if (done < 0 && waits) {
      lingers = order.length > 0 && channelOf(arms[order[0]]).isPatient();
      for (int k = 0; k < order.length; k++) {
        Case<?> arm = arms[order[k]];
        boolean sends = arm.kind == Case.Kind.SEND;
        Node node = new Node(this, sends, arm.value);
        nodes[k] = node;
        channelOf(arm).queue(node);
      }
    }
    unlockAll(locks, locks.length);
    if (toWake != null) {
      toWake.parking().complete(toWake, DONE);
    }
    return done;
  }

  /** Locks the channels of all arms, each once, in the order that everybody keeps to. */
  private LockedChannel<?>[] lockAll() {
    LockedChannel<?>[] channels = new LockedChannel<?>[order.length];
    int n = 0;
    for (int i : order) {
      LockedChannel<?> channel = channelOf(arms[i]);
      if (!contains(channels, n, channel)) {
        channels[n++] = channel;
      }
    }
    LockedChannel<?>[] distinct = n == channels.length ? channels : Arrays.copyOf(channels, n);
    Arrays.sort(distinct, Comparator.comparingLong(LockedChannel::order));
    int held = 0;
    while (held < distinct.length) {
      if (held == 0) {
        distinct[0].lock();
        held = 1;
      } else if (distinct[held].tryLock()) {
        held++;
      } else {
        unlockAll(distinct, held);
        held = 0;
        Thread.yield();
      }
    }
    return distinct;
  }

  private static void unlockAll(LockedChannel<?>[] channels, int held) {
    for (int k = 0; k < held; k++) {
      channels[k].unlock();
    }
  }

  private static boolean contains(LockedChannel<?>[] channels, int n, LockedChannel<?> channel) {
    for (int i = 0; i < n; i++) {
      if (channels[i] == channel) {
        return true;
      }
    }
    return false;
  }

  /** Takes the losing arms out of their queues and returns the arm that was served. */
  private int servedArm() {
    int index = -1;
    for (int k = 0; k < nodes.length; k++) {
      if (nodes[k] == served) {
        index = order[k];
      }
    }
    leaveQueues();
    return index;
  }

  private @Nullable Object result(Case<?> arm) {
    if (arm.kind == Case.Kind.SEND) {
      return outcome() == CLOSED ? SEND_ON_CLOSED : null;
    }
    return served == null ? null : served.item;
  }

  private void leaveQueues() {
    for (int k = 0; k < nodes.length; k++) {
      Node node = nodes[k];
      if (node != served) {
        LockedChannel<?> channel = channelOf(arms[order[k]]);
        channel.lock();
        channel.remove(node);
        channel.unlock();
      }
    }
  }

  @Override
  boolean contested() {
    return true;
  }

  @Override
  boolean giveUp() {
    if (!giveUpClaim()) {
      return false;
    }
    leaveQueues();
    return true;
  }

  @Override
  boolean fedFromOutside() {
    for (int i : order) {
      if (channelOf(arms[i]).fedFromOutside()) {
        return true;
      }
    }
    return false;
  }

  private static LockedChannel<?> channelOf(Case<?> arm) {
    LockedChannel<?> channel = arm.channel;
    if (channel == null) {
      throw new AssertionError("a disabled arm is never tried");
    }
    return channel;
  }

  private static Object sent(Case<?> arm) {
    Object value = arm.value;
    if (value == null) {
      throw new AssertionError("a sending arm has a value");
    }
    return value;
  }
}
