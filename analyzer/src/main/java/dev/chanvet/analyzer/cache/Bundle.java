package dev.chanvet.analyzer.cache;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** Several named pieces of bytes in one: a magic number, a checksum, and the pieces. */
final class Bundle {
  private static final int MAGIC = 0xC4A7_4001;
  private static final int HEADER = 2 * Integer.BYTES;

  private Bundle() {}

  static byte[] bytes(Map<String, byte[]> pieces) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    try {
      DataOutputStream out = new DataOutputStream(content);
      out.writeInt(pieces.size());
      for (Map.Entry<String, byte[]> piece : pieces.entrySet()) {
        out.writeUTF(piece.getKey());
        out.writeInt(piece.getValue().length);
        out.write(piece.getValue());
      }
      DataOutputStream header = new DataOutputStream(sealed);
      header.writeInt(MAGIC);
      header.writeInt(OutcomeWriter.checksum(content.toByteArray(), 0));
    } catch (IOException e) {
      throw new UncheckedIOException("an array that cannot be written", e);
    }
    sealed.writeBytes(content.toByteArray());
    return sealed.toByteArray();
  }

  /**
   * The pieces of a bundle.
   *
   * @throws IOException if the bytes are none, or have been damaged
   */
  static Map<String, byte[]> read(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    if (in.readInt() != MAGIC || in.readInt() != OutcomeWriter.checksum(bytes, HEADER)) {
      throw new IOException("no bundle");
    }
    Map<String, byte[]> pieces = new TreeMap<>();
    for (int rest = in.readInt(); rest > 0; rest--) {
      pieces.put(in.readUTF(), in.readNBytes(in.readInt()));
    }
    return pieces;
  }
}
