package dev.chanvet.cli;

import dev.chanvet.analyzer.Progress;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/**
 * A line on a terminal that says how far the work has come, and goes away when it is over. It does
 * not appear for what takes less than a second.
 */
final class TerminalProgress implements Progress, AutoCloseable {
  private static final String ERASE = "\r\u001B[K";

  private final PrintWriter terminal;
  private final @Nullable Thread ticker;
  private volatile String count = "";

  private TerminalProgress(PrintWriter terminal, boolean shown) {
    this.terminal = terminal;
    this.ticker = shown ? Thread.ofPlatform().daemon().name("progress").start(this::tick) : null;
  }

  /** Starts showing progress if a person is looking and wants to see it. */
  static TerminalProgress on(Console console, boolean wanted) {
    return new TerminalProgress(console.err(), wanted && console.errIsTerminal());
  }

  @Override
  public void advance(int done, int total) {
    if (ticker != null) {
      count = done + " of " + total + " parts of the program, ";
    }
  }

  private void tick() {
    try {
      for (int seconds = 1; ; seconds++) {
        Thread.sleep(1000);
        terminal.print(ERASE + "chanvet: analysing, " + count + seconds + " s");
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
