package dev.chanvet.runtime;

import dev.chanvet.model.Machine;
import java.time.Duration;

/**
 * A goroutine's handle, a class here. Kept: joining and interrupting it. Lost: its state, stack and
 * names.
 */
public final class Goroutine {
  private final Object handle;

  Goroutine(Object handle) {
    this.handle = handle;
  }

  public long id() {
    return Machine.unknown();
  }

  public String name() {
    return Machine.unknown();
  }

  public Object state() {
    return Machine.unknown();
  }

  public Thread thread() {
    return Machine.unknown();
  }

  public long parentId() {
    return Machine.unknown();
  }

  public StackTraceElement createdBy() {
    return Machine.unknown();
  }

  public Object snapshot() {
    return Machine.unknown();
  }

  public void join() throws InterruptedException {
    Machine.join(handle);
  }

  public boolean join(Duration timeout) throws InterruptedException {
    return Machine.timedJoin(handle);
  }

  public void interrupt() {
    Machine.interrupt(handle);
  }
}
