package org.example;

import dev.chanvet.runtime.Channel;

/** Pages that are closed twice. */
public final class Feed {
  private Feed() {}

  public static void main(String[] args) throws InterruptedException {
    Channel<String> pages = Channel.make(1);
    pages.send("one");
    pages.close();
    pages.close();
  }
}
