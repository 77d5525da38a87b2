package java.lang;

import dev.chanvet.model.Machine;

/**
 * The root of every class. Kept: waiting on its monitor and being notified. Lost: who must hold the
 * monitor.
 */
public class Object {
  public Object() {}

  public boolean equals(Object other) {
    return Machine.equal(this, other);
  }

  public final native Class<?> getClass();

  public String toString() {
    return Machine.unknown();
  }

  protected Object clone() throws CloneNotSupportedException {
    return Machine.unknown();
  }

  public final void wait() throws InterruptedException {
    Machine.awaitSignal(this, this);
  }

  public final void wait(long milliseconds) throws InterruptedException {
    if (Machine.isKnown(milliseconds) && milliseconds == 0) {
      Machine.awaitSignal(this, this);
    } else {
      Machine.timedAwaitSignal(this, this);
    }
  }

  public final void wait(long milliseconds, int nanoseconds) throws InterruptedException {
    wait(milliseconds);
  }

  public final void notify() {
    Machine.signal(this);
  }

  public final void notifyAll() {
    Machine.signalAll(this);
  }
}
