package java.io;

import dev.chanvet.model.Machine;

/**
 * The reading end of a pipe. Kept: that a reader waits until something is written or the writer
 * closes. Lost: how many bytes; the buffer has room for sixteen writes of any length.
 */
public class PipedInputStream extends InputStream {
  private static final int ROOM = 16;

  private final Object core = Machine.channel(ROOM);

  /** Not empty after either end is closed. */
  private final Object ended = Machine.sequence();

  public PipedInputStream() {}

  public PipedInputStream(int size) {}

  public PipedInputStream(PipedOutputStream source) throws IOException {
    source.connect(this);
  }

  public PipedInputStream(PipedOutputStream source, int size) throws IOException {
    source.connect(this);
  }

  public void connect(PipedOutputStream source) throws IOException {
    source.connect(this);
  }

  void fill() throws IOException {
    if (Machine.length(ended) > 0) {
      throw new IOException();
    }
    try {
      Machine.send(core, 1);
    } catch (InterruptedException e) {
      throw new InterruptedIOException();
    }
  }

  void end() {
    if (Machine.length(ended) == 0) {
      Machine.append(ended, true);
      Machine.close(core);
    }
  }

  public int read() throws IOException {
    try {
      Object written = Machine.receive(core);
      return written == null ? -1 : Machine.unknown();
    } catch (InterruptedException e) {
      throw new InterruptedIOException();
    }
  }

  public int read(byte[] target) throws IOException {
    return read();
  }

  public int read(byte[] target, int from, int length) throws IOException {
    return read();
  }

  public int available() {
    return Machine.size(core);
  }

  public void close() {
    end();
  }
}
