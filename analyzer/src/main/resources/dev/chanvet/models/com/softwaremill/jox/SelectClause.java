package com.softwaremill.jox;

import dev.chanvet.model.Machine;

/**
 * One clause of a select, with the three fields that the machine's {@code select} reads. Kept:
 * everything.
 */
public final class SelectClause<T> {
  static final int RECEIVE = 0;
  static final int SEND = 1;
  static final int TIMEOUT = 2;
  static final int DEFAULT = 3;

  /** The machine's channel, or null. */
  final Object channel;

  /** One of the constants above. */
  final int kind;

  /** What is sent, was received, or is the default. */
  Object value;

  /** The channel; null for a default. */
  final Channel<?> owner;

  private final Object callback;

  SelectClause(Channel<?> owner, int kind, Object value, Object callback) {
    this.channel = owner == null ? null : owner.core;
    this.kind = kind;
    this.value = value;
    this.owner = owner;
    this.callback = callback;
  }

  /** A clause of its own for one select, since selecting stores what was received. */
  SelectClause<T> copy() {
    return new SelectClause<>(owner, kind, value, callback);
  }

  /** Why nothing can be sent by this clause; null if something can, or it does not send. */
  ChannelClosed refusal() {
    return kind == SEND ? owner.closedForSend() : null;
  }

  Object result() {
    return switch (kind) {
      case RECEIVE -> callback == null ? value : Machine.call(callback, value);
      case SEND -> callback == null ? null : Machine.call(callback);
      default -> callback == null ? value : Machine.call(callback);
    };
  }
}
