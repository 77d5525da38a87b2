package dev.chanvet.runtime;

import dev.chanvet.model.Machine;

/** Go's WaitGroup. Kept: everything. */
public final class WaitGroup {
  private final Object counter = Machine.counter(0);

  public void add(int delta) {
    if (Machine.add(counter, Machine.decided(delta)) < 0) {
      throw new IllegalStateException("sync: negative WaitGroup counter");
    }
  }

  public void done() {
    add(-1);
  }

  public void await() throws InterruptedException {
    Machine.awaitZero(counter);
  }

  public Goroutine go(GoBody body) {
    add(1);
    return new Goroutine(
        Machine.spawn(() -> {
          try {
            Machine.call(body);
          } finally {
            done();
          }
        }));
  }
}
