package com.softwaremill.jox;

import dev.chanvet.model.ElementList;
import dev.chanvet.model.Machine;
import dev.chanvet.model.Uninterruptible;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A channel. Kept: capacity, blocking, order, that sends under way when it is done are still
 * received, that an error drops what was not received. Lost: nothing.
 */
public final class Channel<T> implements Source<T>, Sink<T> {
  private static final int DEFAULT_CAPACITY = 16;

  /** The machine's channel, closed when nothing can be received any more but what is buffered. */
  final Object core;

  /** Why it is closed; null while it is not. */
  private ChannelClosed closed;

  /** An element for each send under way. */
  private final Object senders = Machine.sequence();

  private Channel(int capacity) {
    core = Machine.channel(capacity);
  }

  public static <T> Channel<T> newRendezvousChannel() {
    return new Channel<>(0);
  }

  public static <T> Channel<T> newBufferedChannel(int capacity) {
    return new Channel<>(capacity);
  }

  public static <T> Channel<T> newBufferedDefaultChannel() {
    return new Channel<>(DEFAULT_CAPACITY);
  }

  public static <T> Channel<T> newUnlimitedChannel() {
    return new Channel<>(Integer.MAX_VALUE);
  }

  public void send(T value) throws InterruptedException {
    check(sendOrClosed(value));
  }

  public Object sendOrClosed(T value) throws InterruptedException {
    ChannelClosed before = closedForSend();
    if (before != null) {
      return before;
    }
    beginSend();
    try {
      Machine.send(core, value);
    } finally {
      endSend();
    }
    return failure();
  }

  void beginSend() {
    Machine.append(senders, true);
  }

  void endSend() {
    Machine.remove(senders, 0);
    settle();
  }

  /** Closes the machine's channel once it is done and nobody sends any more. */
  private void settle() {
    if (closed != null && Machine.length(senders) == 0 && !Machine.isClosed(core)) {
      Machine.close(core);
    }
  }

  public T receive() throws InterruptedException {
    T value = Machine.receive(core);
    if (value == null) {
      throw closedForSend().toException();
    }
    return value;
  }

  public Object receiveOrClosed() throws InterruptedException {
    Object value = Machine.receive(core);
    return value == null ? closedForSend() : value;
  }

  public void done() {
    check(doneOrClosed());
  }

  public Object doneOrClosed() {
    return close(new ChannelDone(this));
  }

  public void error(Throwable reason) {
    check(errorOrClosed(reason));
  }

  public Object errorOrClosed(Throwable reason) {
    Object before = close(new ChannelError(reason, this));
    while (before == null && (Machine.size(core) > 0 || Machine.length(senders) > 0)) {
      Uninterruptible.receive(core);
    }
    return before;
  }

  private Object close(ChannelClosed reason) {
    ChannelClosed before = closedForSend();
    if (before == null) {
      closed = reason;
      settle();
    }
    return before;
  }

  private static void check(Object outcome) {
    if (outcome instanceof ChannelClosed reason) {
      throw reason.toException();
    }
  }

  public ChannelClosed closedForSend() {
    return closed;
  }

  public ChannelClosed closedForReceive() {
    return Machine.isClosed(core) && Machine.size(core) == 0 ? closedForSend() : null;
  }

  /** The error that it is closed by, if it is. */
  private ChannelClosed failure() {
    ChannelClosed reason = closedForSend();
    return reason instanceof ChannelError ? reason : null;
  }

  public boolean isClosedForSend() {
    return closedForSend() != null;
  }

  public boolean isClosedForReceive() {
    return closedForReceive() != null;
  }

  public void forEach(Consumer<T> action) throws InterruptedException {
    T value = Machine.receive(core);
    while (value != null) {
      action.accept(value);
      value = Machine.receive(core);
    }
    check(failure());
  }

  public List<T> toList() throws InterruptedException {
    List<T> all = new ElementList<>();
    forEach(all::add);
    return all;
  }

  public SelectClause<T> receiveClause() {
    return new SelectClause<>(this, SelectClause.RECEIVE, null, null);
  }

  public <U> SelectClause<U> receiveClause(Object callback) {
    return new SelectClause<>(this, SelectClause.RECEIVE, null, callback);
  }

  public SelectClause<Void> sendClause(T value) {
    return new SelectClause<>(this, SelectClause.SEND, value, null);
  }

  public <U> SelectClause<U> sendClause(T value, Supplier<U> callback) {
    return new SelectClause<>(this, SelectClause.SEND, value, callback);
  }
}
