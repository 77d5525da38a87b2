package dev.chanvet.cli.resident;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Answers callers, and does one run at a time: who comes meanwhile is told that it is busy. */
final class Reception {
  /** As a shell says of a process that Ctrl-C has ended. */
  private static final int INTERRUPTED = 130;

  private static final int PATIENCE_MILLIS = 5000;
  private static final int LONGEST_LINE = 200;

  private final Address address;
  private final Jar jar;
  private final Consumer<Duration> whenDone;
  private final AtomicInteger numbers = new AtomicInteger();
  private final AtomicReference<@Nullable Run> current = new AtomicReference<>();

  /**
   * @param whenDone is told after each run how long to stay for the next
   */
  Reception(Address address, Jar jar, Consumer<Duration> whenDone) {
    this.address = address;
    this.jar = jar;
    this.whenDone = whenDone;
  }

  boolean isBusy() {
    return current.get() != null;
  }

  /** Talks to a caller to the end. */
  void answer(Socket socket) {
    boolean kept = false;
    try {
      socket.setSoTimeout(PATIENCE_MILLIS);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      String[] words = line(in).split(" ");
      if (!address.isKnock(words[0])) {
        return;
      }
      if (words.length == 3) {
        kept = isOfCurrentRun(words[1], words[2], socket);
      } else if (address.stands() && jar.isUnchanged()) {
        serve(socket, in);
      }
    } catch (IOException | NumberFormatException e) {
      // The caller went away, or is none of ours; it helps itself.
    } finally {
      if (!kept) {
        Sockets.close(socket);
      }
    }
  }

  private boolean isOfCurrentRun(String number, String stream, Socket socket) {
    Run run = current.get();
    return run != null && number.equals(String.valueOf(run.number())) && run.accept(stream, socket);
  }

  private void serve(Socket socket, InputStream in) throws IOException {
    Run run = new Run(numbers.incrementAndGet());
    if (!current.compareAndSet(null, run)) {
      say(socket, "busy");
      return;
    }
    try (run) {
      say(socket, address.answer() + " " + run.number());
      Request request = Request.read(in);
      if (!request.isHere()) {
        address.withdraw();
        return;
      }
      socket.setSoTimeout(0);
      Thread.ofPlatform().daemon().name("listener").start(() -> listen(in, run));
      Duration stay = request.stay();
      int code = run.execute(request);
      whenDone.accept(stay);
      // The next caller may come as soon as this one knows.
      current.set(null);
      say(socket, String.valueOf(code));
    } finally {
      current.compareAndSet(run, null);
    }
  }

  /**
   * A caller that says no more is fine; one that is gone while its run goes on has interrupted it.
   */
  private void listen(InputStream in, Run run) {
    try {
      in.read();
    } catch (IOException e) {
      // It is gone as well.
    }
    if (current.get() == run) {
      System.exit(INTERRUPTED);
    }
  }

  private static void say(Socket socket, String line) throws IOException {
    socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.US_ASCII));
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0 || line.length() == LONGEST_LINE) {
        throw new IOException("no greeting");
      }
      line.append((char) next);
    }
    return line.toString();
  }
}
