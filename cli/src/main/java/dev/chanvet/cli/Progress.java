package dev.chanvet.cli;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** A line on a terminal that says that something is going on, and goes away when it is over. */
final class Progress implements AutoCloseable {
  private static final String ERASE = "\r\u001B[K";

  private final PrintWriter terminal;
  private final @Nullable Thread ticker;

  private Progress(PrintWriter terminal, boolean shown) {
    this.terminal = terminal;
    this.ticker = shown ? Thread.ofPlatform().daemon().name("progress").start(this::tick) : null;
  }

  /** Starts showing progress if a person is looking and wants to see it. */
  static Progress on(Console console, boolean wanted) {
    return new Progress(console.err(), wanted && console.errIsTerminal());
  }

  private void tick() {
    try {
      for (int seconds = 1; ; seconds++) {
        Thread.sleep(1000);
        terminal.print(ERASE + "chanvet: analysing, " + seconds + " s");
        terminal.flush();
      }
    } catch (InterruptedException e) {
      terminal.print(ERASE);
      terminal.flush();
    }
  }

  @Override
  public void close() {
    if (ticker != null) {
      ticker.interrupt();
      try {
        ticker.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
