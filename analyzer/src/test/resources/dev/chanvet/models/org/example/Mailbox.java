package org.example;

import dev.chanvet.model.Machine;

/** A bounded mailbox. Kept: capacity, blocking, shutting down. Lost: the priority of letters. */
public class Mailbox<T> {
  private final Object letters;
  private boolean shut;

  public Mailbox(int capacity) {
    letters = Machine.channel(capacity);
  }

  public void post(T letter) throws InterruptedException {
    if (shut) {
      throw new IllegalStateException();
    }
    Machine.send(letters, letter);
  }

  public void post(T letter, int priority) throws InterruptedException {
    post(letter);
  }

  /** The next letter; null when it was shut down and is empty. */
  public T fetch() throws InterruptedException {
    return Machine.receive(letters);
  }

  public void shutdown() {
    if (!shut) {
      shut = true;
      Machine.close(letters);
    }
  }
}
