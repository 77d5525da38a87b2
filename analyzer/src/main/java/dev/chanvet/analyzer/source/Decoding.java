package dev.chanvet.analyzer.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Bytes to text: UTF-8 if they are, else ISO-8859-1, which decodes anything.
 *
 * @param text a byte order mark included
 * @param lossy whether the bytes were not UTF-8, so that letters beyond ASCII may be wrong
 */
public record Decoding(String text, boolean lossy) {

  /** Decodes the bytes of a file. */
  public static Decoding of(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    // The fast path: malformed input became U+FFFD, which hardly any file has of its own.
    if (text.indexOf('\uFFFD') < 0 || isUtf8(bytes)) {
      return new Decoding(text, false);
    }
    return new Decoding(new String(bytes, StandardCharsets.ISO_8859_1), true);
  }

  /** Whether this is the text of a file, which has no byte order mark. */
  public boolean isOf(SourceFile file) {
    return SourceFile.withoutMark(text).equals(file.text());
  }

  /** Another text as bytes of the same kind, with a byte order mark if there was one. */
  public byte[] encode(String other) {
    boolean marked = !SourceFile.withoutMark(text).equals(text);
    Charset charset = lossy ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
    return ((marked ? "\uFEFF" : "") + other).getBytes(charset);
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
