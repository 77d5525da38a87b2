package java.io;

/**
 * The writing end of a pipe. Kept: that a writer waits for a reader, and for room after each write.
 * Lost: how many bytes.
 */
public class PipedOutputStream extends OutputStream {
  private PipedInputStream sink;

  public PipedOutputStream() {}

  public PipedOutputStream(PipedInputStream sink) throws IOException {
    connect(sink);
  }

  public void connect(PipedInputStream sink) throws IOException {
    this.sink = sink;
  }

  public void write(int value) throws IOException {
    if (sink == null) {
      throw new IOException();
    }
    sink.fill();
  }

  public void write(byte[] bytes) throws IOException {
    write(1);
  }

  public void write(byte[] bytes, int from, int length) throws IOException {
    write(1);
  }

  public void flush() {}

  public void close() {
    if (sink != null) {
      sink.end();
    }
  }
}
