package dev.chanvet.cli.resident;

import dev.chanvet.cli.Chanvet;
import dev.chanvet.cli.Console;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One command line at work, and the connections that it prints to. */
final class Run implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 5;

  private final int number;
  private final CompletableFuture<Socket> out = new CompletableFuture<>();
  private final CompletableFuture<Socket> err = new CompletableFuture<>();

  Run(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }

  /** Takes a connection to print to, if it was waited for. */
  boolean accept(String stream, Socket socket) {
    return switch (stream) {
      case "out" -> out.complete(socket);
      case "err" -> err.complete(socket);
      default -> false;
    };
  }

  /**
   * Runs the command to its end.
   *
   * @return its exit code
   * @throws IOException if a connection to print to does not come
   */
  int execute(Request request) throws IOException {
    Console console =
        Console.on(
            await(out).getOutputStream(),
            await(err).getOutputStream(),
            request.terminals(),
            request.environment());
    int code = Chanvet.run(console, request.arguments().toArray(String[]::new));
    console.out().flush();
    console.err().flush();
    return code;
  }

  private static Socket await(CompletableFuture<Socket> socket) throws IOException {
    try {
      return socket.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("nowhere to print to", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** Ends the connections, which tells the caller that all has been printed. */
  @Override
  public void close() {
    for (CompletableFuture<Socket> socket : List.of(out, err)) {
      socket.cancel(false); // one that comes later is not taken
      if (!socket.isCancelled()) {
        Sockets.close(socket.join());
      }
    }
  }
}
