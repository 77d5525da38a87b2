package dev.chanvet.analyzer.source;

import java.util.Comparator;

/**
 * A place in the source: a range of text in one file.
 *
 * <p>Lines and columns count from 1, columns in UTF-16 code units; a tab is one column. The end is
 * <em>inclusive</em>, as JavaParser has it: the site of {@code ch} at the start of a file is 1:1 to
 * 1:2.
 *
 * <p>Sites are ordered by file, then by where they start, then the shorter one first.
 */
public record Site(SourceFile file, int line, int column, int endLine, int endColumn)
    implements Comparable<Site> {

  private static final Comparator<Site> ORDER =
      Comparator.comparing(Site::file)
          .thenComparingInt(Site::line)
          .thenComparingInt(Site::column)
          .thenComparingInt(Site::endLine)
          .thenComparingInt(Site::endColumn);

  /**
   * @throws IllegalArgumentException if a number is below 1, or the end lies before the start
   */
  public Site {
    if (line < 1 || column < 1 || endLine < line || endLine == line && endColumn < column) {
      throw new IllegalArgumentException(
          "%s:%d:%d to %d:%d is no range".formatted(file, line, column, endLine, endColumn));
    }
  }

  /** A site of a single character. */
  public static Site at(SourceFile file, int line, int column) {
    return new Site(file, line, column, line, column);
  }

  /** The text of the site; shorter than the range if the range goes beyond the file. */
  public String text() {
    return file.text().substring(file.offset(line, column), file.offset(endLine, endColumn + 1));
  }

  @Override
  public int compareTo(Site other) {
    return ORDER.compare(this, other);
  }

  /** {@code path:line:column}, which terminals and editors turn into a link. */
  @Override
  public String toString() {
    return file.path() + ":" + line + ":" + column;
  }
}
