package dev.chanvet.analyzer.finding;

import dev.chanvet.analyzer.source.SourceFile;
import java.util.Comparator;

/**
 * Replaces a range of a file's text.
 *
 * @param start the index of the first character that goes
 * @param end the index behind the last one; equal to {@code start} if nothing goes
 * @param text what comes in its place
 */
public record TextEdit(SourceFile file, int start, int end, String text)
    implements Comparable<TextEdit> {
  private static final Comparator<TextEdit> ORDER =
      Comparator.comparing(TextEdit::file)
          .thenComparingInt(TextEdit::start)
          .thenComparingInt(TextEdit::end)
          .thenComparing(TextEdit::text);

  /**
   * @throws IllegalArgumentException if the range does not lie in the file
   */
  public TextEdit {
    if (start < 0 || end < start || end > file.text().length()) {
      throw new IllegalArgumentException("%s: no range %d to %d".formatted(file, start, end));
    }
  }

  /** Whether the two cannot be made both, or only in an order that would have to be chosen. */
  public boolean collidesWith(TextEdit other) {
    return file.equals(other.file)
        && (start < other.end && other.start < end || start == other.start);
  }

  @Override
  public int compareTo(TextEdit other) {
    return ORDER.compare(this, other);
  }
}
