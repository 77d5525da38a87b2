package dev.chanvet.analyzer.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads what a {@link ByteWriter} wrote. What is no such thing ends in a {@link RuntimeException},
 * of an index out of bounds or another kind.
 */
public final class ByteReader {
  private final byte[] bytes;
  private int at;

  /** A reader that stands at the first byte. */
  public ByteReader(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The next number. */
  public long longNumber() {
    long number = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = bytes[at++];
      number |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return number;
      }
    }
  }

  /** The next number, which is no long one. */
  public int number() {
    byte first = bytes[at];
    if (first >= 0) { // most are this short
      at++;
      return first;
    }
    return Math.toIntExact(longNumber());
  }

  /** The next text. */
  public String text() {
    int length = number();
    String text = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    return text;
  }

  /** The next yes or no. */
  public boolean flag() {
    return bytes[at++] != 0;
  }

  /** The next bytes as they are. */
  public byte[] bytes(int length) {
    if (length > bytes.length - at) {
      throw new IndexOutOfBoundsException(length);
    }
    byte[] some = Arrays.copyOfRange(bytes, at, at + length);
    at += length;
    return some;
  }

  /** Whether nothing is left. */
  public boolean atEnd() {
    return at == bytes.length;
  }
}
