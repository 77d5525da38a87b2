package dev.chanvet.analyzer.finding;

import dev.chanvet.analyzer.source.SourceFile;
import java.util.Collection;
import java.util.List;

/**
 * A change of one file that mends a finding.
 *
 * @param title what it does, as an order: {@code remove the close in line 14}
 * @param edits in the order of the text; no two collide
 */
public record Fix(String title, List<TextEdit> edits) {

  /**
   * @throws IllegalArgumentException if there are no edits, or two of them collide or lie in
   *     different files
   */
  public Fix {
    edits = edits.stream().sorted().toList();
    if (edits.isEmpty()) {
      throw new IllegalArgumentException("nothing to edit");
    }
    for (int i = 1; i < edits.size(); i++) {
      TextEdit before = edits.get(i - 1);
      if (!before.file().equals(edits.get(i).file()) || before.collidesWith(edits.get(i))) {
        throw new IllegalArgumentException("edits that collide: " + title);
      }
    }
  }

  /** The file that it changes. */
  public SourceFile file() {
    return edits.getFirst().file();
  }

  /** Whether this and another fix cannot both be made. */
  public boolean collidesWith(Fix other) {
    return edits.stream().anyMatch(edit -> other.edits.stream().anyMatch(edit::collidesWith));
  }

  /**
   * The text of a file after some fixes.
   *
   * @param fixes of which no two collide; those of other files are left out
   */
  public static String apply(SourceFile file, Collection<Fix> fixes) {
    StringBuilder text = new StringBuilder(file.text());
    fixes.stream()
        .flatMap(fix -> fix.edits().stream())
        .filter(edit -> edit.file().equals(file))
        .sorted((a, b) -> b.compareTo(a))
        .forEach(edit -> text.replace(edit.start(), edit.end(), edit.text()));
    return text.toString();
  }
}
