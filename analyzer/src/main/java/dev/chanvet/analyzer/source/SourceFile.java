package dev.chanvet.analyzer.source;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A source file: its name, its text, its lines.
 *
 * <p>Lines and columns count from 1, columns in UTF-16 code units, and a tab is one column. A line
 * ends at {@code \n}, {@code \r\n} or {@code \r}. A byte order mark is not part of the text.
 *
 * <p>Two files are equal if they have the same path.
 */
public final class SourceFile implements Comparable<SourceFile> {
  private final String path;
  private final @Nullable Path location;
  private final @Nullable FileStamp stamp;
  private final Supplier<String> source;
  private volatile @Nullable String text;
  private volatile int @Nullable [] lineStarts;

  private SourceFile(
      String path, @Nullable Path location, @Nullable FileStamp stamp, Supplier<String> source) {
    this.path = path;
    this.location = location;
    this.stamp = stamp;
    this.source = source;
  }

  /** A file whose text is at hand, such as a model or an entry of a jar. */
  public static SourceFile of(String path, String text) {
    return of(path, () -> text);
  }

  /** The same of a file that is read when its text is first asked for. */
  public static SourceFile of(String path, Supplier<String> text) {
    return new SourceFile(path, null, null, text);
  }

  /**
   * A file on disk.
   *
   * @param path how the user calls it, with forward slashes
   * @param location its absolute, normalized path
   */
  public static SourceFile of(String path, Path location, String text) {
    return new SourceFile(path, location, null, () -> text);
  }

  /**
   * A file on disk whose text may be read later.
   *
   * @param stamp the one that it had before; null if it has none
   */
  static SourceFile of(FoundFile file, @Nullable FileStamp stamp, Supplier<String> text) {
    return new SourceFile(file.path(), file.location(), stamp, text);
  }

  /** The same file with another text. */
  public SourceFile withText(String other) {
    return new SourceFile(path, location, null, () -> other);
  }

  static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** How to call the file in a report: as the user named it, with forward slashes. */
  public String path() {
    return path;
  }

  /** The absolute path on disk; empty for a model and for an entry of a jar. */
  public Optional<Path> location() {
    return Optional.ofNullable(location);
  }

  /** The stamp that the file on disk had before its text was read, if it has one. */
  public Optional<FileStamp> stamp() {
    return Optional.ofNullable(stamp);
  }

  /** The text, without a byte order mark. */
  public String text() {
    String read = text;
    if (read == null) {
      read = withoutMark(source.get());
      text = read;
    }
    return read;
  }

  /** The number of lines; an empty file has one. */
  public int lineCount() {
    return lineStarts().length;
  }

  /**
   * A line without its line terminator.
   *
   * @throws IndexOutOfBoundsException if there is no such line
   */
  public String line(int line) {
    String text = text();
    int[] starts = lineStarts();
    int end = line < starts.length ? starts[line] : text.length();
    while (end > starts[line - 1] && isLineEnd(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(starts[line - 1], end);
  }

  /**
   * The index into the text of a line and column; a column behind the line's end is the next line's
   * start.
   *
   * @throws IndexOutOfBoundsException if there is no such line
   */
  public int offset(int line, int column) {
    int[] starts = lineStarts();
    int next = line < starts.length ? starts[line] : text().length();
    return Math.min(starts[line - 1] + column - 1, next);
  }

  /** The line that an index into the text lies on. */
  public int lineAt(int offset) {
    int found = Arrays.binarySearch(lineStarts(), offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** The column of an index into the text. */
  public int columnAt(int offset) {
    return offset - lineStarts()[lineAt(offset) - 1] + 1;
  }

  private int[] lineStarts() {
    int[] starts = lineStarts;
    if (starts == null) {
      starts = findLineStarts();
      lineStarts = starts;
    }
    return starts;
  }

  private int[] findLineStarts() {
    String text = text();
    int[] starts = new int[text.length() / 24 + 16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ends =
          c == '\n' || c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n');
      if (ends) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  @Override
  public int compareTo(SourceFile other) {
    return path.compareTo(other.path);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SourceFile file && path.equals(file.path);
  }

  @Override
  public int hashCode() {
    return path.hashCode();
  }

  @Override
  public String toString() {
    return path;
  }
}
