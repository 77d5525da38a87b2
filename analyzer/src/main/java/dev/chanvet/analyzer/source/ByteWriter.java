package dev.chanvet.analyzer.source;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Bytes that {@link ByteReader} reads: numbers of seven bits a byte, and texts. */
public final class ByteWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** Appends a number: its lowest bits first; the eighth bit of a byte says that there are more. */
  public void number(long number) {
    long rest = number;
    while ((rest & ~0x7FL) != 0) {
      out.write((int) rest & 0x7F | 0x80);
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  /** Appends a text. */
  public void text(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    number(encoded.length);
    out.writeBytes(encoded);
  }

  /** Appends yes or no. */
  public void flag(boolean flag) {
    out.write(flag ? 1 : 0);
  }

  /** Appends what has been written elsewhere. */
  public void bytes(byte[] bytes) {
    out.writeBytes(bytes);
  }

  /** All that has been appended. */
  public byte[] toBytes() {
    return out.toByteArray();
  }
}
