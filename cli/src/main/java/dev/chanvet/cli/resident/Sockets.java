package dev.chanvet.cli.resident;

import java.io.IOException;
import java.net.Socket;

/** What is the same for all connections. */
final class Sockets {
  private Sockets() {}

  static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // Then the other side is gone.
    }
  }
}
