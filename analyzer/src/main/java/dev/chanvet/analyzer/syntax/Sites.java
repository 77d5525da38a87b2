package dev.chanvet.analyzer.syntax;

import com.github.javaparser.Position;
import com.github.javaparser.Range;
import com.github.javaparser.ast.Node;
import dev.chanvet.analyzer.source.Site;
import dev.chanvet.analyzer.source.SourceFile;

/** Sites of tree nodes. */
public final class Sites {
  private static final Range NOWHERE = new Range(new Position(1, 1), new Position(1, 1));

  private Sites() {}

  /** All of {@code node}; the start of the file for a node that stands nowhere. */
  public static Site of(SourceFile file, Node node) {
    Range range = node.getRange().orElse(NOWHERE);
    return site(file, range.begin, range.end);
  }

  /** From the first character of {@code first} to the last of {@code last}. */
  public static Site between(SourceFile file, Node first, Node last) {
    return site(file, first.getRange().orElse(NOWHERE).begin, last.getRange().orElse(NOWHERE).end);
  }

  private static Site site(SourceFile file, Position begin, Position end) {
    return end.isBefore(begin)
        ? Site.at(file, begin.line, begin.column)
        : new Site(file, begin.line, begin.column, end.line, end.column);
  }
}
