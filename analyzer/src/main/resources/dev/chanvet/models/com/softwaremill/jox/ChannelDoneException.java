package com.softwaremill.jox;

/** An operation on a channel that is done. Kept: its type. */
public final class ChannelDoneException extends ChannelClosedException {}
