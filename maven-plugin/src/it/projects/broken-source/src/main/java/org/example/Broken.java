package org.example;

import dev.chanvet.runtime.Channel;

/** Somebody is still writing this. */
public final class Broken {
  static void half() {
    Channel<String> pages = Channel.make(
