package dev.chanvet.analyzer.syntax;

import dev.chanvet.analyzer.source.ByteReader;
import dev.chanvet.analyzer.source.ByteWriter;
import dev.chanvet.analyzer.source.FileStamp;
import dev.chanvet.analyzer.source.KnownFiles;
import dev.chanvet.analyzer.source.SourceFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What first looks at many files told in an earlier run, so that nobody need look again at those
 * that are as they were. For one run; others may read what it writes.
 */
public final class Glances implements KnownFiles {
  /** So few files are looked at faster than they are remembered. */
  private static final int FEW = 50;

  private final Vocabulary words;
  private final Map<String, Entry> entries;
  private final Map<SourceFile, Glance> seen = new HashMap<>();

  /** A stamp, and the bytes of the glance at the file that had it. */
  private record Entry(FileStamp stamp, byte[] glance) {}

  private Glances(Vocabulary words, Map<String, Entry> entries) {
    this.words = words;
    this.entries = entries;
  }

  /** None so far. */
  public static Glances none() {
    return new Glances(new Vocabulary(), Map.of());
  }

  /** What was written by {@link #news}; none if that is broken, or null. */
  public static Glances read(byte @Nullable [] bytes) {
    if (bytes == null) {
      return none();
    }
    try {
      ByteReader in = new ByteReader(bytes);
      Vocabulary words = Vocabulary.read(in);
      Map<String, Entry> entries = new HashMap<>();
      for (int rest = in.number(); rest > 0; rest--) {
        entries.put(in.text(), new Entry(FileStamp.read(in), in.bytes(in.number())));
      }
      return new Glances(words, entries);
    } catch (RuntimeException e) { // an index out of its bounds, above all
      return none();
    }
  }

  @Override
  public boolean has(Path file, FileStamp stamp) {
    Entry entry = entries.get(file.toString());
    return entry != null && entry.stamp.equals(stamp);
  }

  /** What an earlier look at a file told, if the file has not changed since. */
  Optional<Glance> at(SourceFile file) {
    return entry(file)
        .flatMap(entry -> {
          try {
            return Optional.of(Glance.read(entry.glance, words));
          } catch (RuntimeException e) { // it is broken
            return Optional.empty();
          }
        });
  }

  private Optional<Entry> entry(SourceFile file) {
    return file.stamp()
        .flatMap(stamp ->
            file.location()
                .map(path -> entries.get(path.toString()))
                .filter(entry -> entry.stamp.equals(stamp)));
  }

  /** Takes what this run has seen. */
  void see(List<SourceFile> files, List<Glance> glances) {
    for (int i = 0; i < files.size(); i++) {
      seen.put(files.get(i), glances.get(i));
    }
  }

  /**
   * All that is worth remembering, if some of it is new. Left out is what was no longer at rest
   * when the run began: it may have changed once more after it was read, and have the same stamp.
   */
  public Optional<byte[]> news(Instant began) {
    if (seen.size() < FEW) {
      return Optional.empty();
    }
    Map<String, Entry> all = new HashMap<>();
    boolean isNew = false;
    for (Map.Entry<SourceFile, Glance> each : seen.entrySet()) {
      String path = each.getKey().location().map(Path::toString).orElse("");
      FileStamp stamp = each.getKey().stamp().filter(s -> s.isBefore(began)).orElse(null);
      if (stamp != null) {
        Entry old = entries.get(path);
        boolean same =
            old != null && old.stamp.equals(stamp) && isAsMuch(old.glance, each.getValue());
        all.put(path, same ? old : new Entry(stamp, each.getValue().toBytes(words)));
        isNew |= !same;
      }
    }
    return isNew ? Optional.of(bytes(all)) : Optional.empty();
  }

  /** Whether nothing has been learned that was not known before: an outline, that is. */
  private static boolean isAsMuch(byte[] old, Glance glance) {
    return glance.outline() == null || Glance.hasOutline(old);
  }

  private byte[] bytes(Map<String, Entry> all) {
    ByteWriter out = new ByteWriter();
    words.write(out);
    out.number(all.size());
    all.forEach((path, entry) -> {
      out.text(path);
      entry.stamp.write(out);
      out.number(entry.glance.length);
      out.bytes(entry.glance);
    });
    return out.toBytes();
  }
}
