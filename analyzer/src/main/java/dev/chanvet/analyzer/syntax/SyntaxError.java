package dev.chanvet.analyzer.syntax;

import com.github.javaparser.JavaToken;
import com.github.javaparser.Problem;
import com.github.javaparser.Range;
import dev.chanvet.analyzer.source.Site;
import dev.chanvet.analyzer.source.SourceFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parser's complaint in short: it lists all forty tokens that could have come instead.
 *
 * @param site where it stands; null if the parser does not tell
 * @param message without the position
 */
record SyntaxError(@Nullable Site site, String message) {
  private static final Pattern UNEXPECTED =
      Pattern.compile("Parse error\\. Found +(.+?), expected +(one of +)?(.+)");
  private static final Pattern LEXICAL =
      Pattern.compile(
          "Lexical error at line (\\d+), column (\\d+)\\. +Encountered: +(.+?) +(?:\\(|after).*");

  static SyntaxError of(SourceFile file, Problem problem) {
    String first = problem.getMessage().lines().findFirst().orElse("").strip();
    Matcher lexical = LEXICAL.matcher(first);
    if (lexical.matches()) {
      int line = Math.max(1, Integer.parseInt(lexical.group(1)));
      int column = Math.max(1, Integer.parseInt(lexical.group(2)));
      boolean atEnd = lexical.group(3).equals("<EOF>");
      String what = atEnd ? "a text or comment that does not end" : "stray " + lexical.group(3);
      return new SyntaxError(Site.at(file, line, column), "syntax error: " + what);
    }
    Site site = problem.getLocation().map(last -> after(file, last.getBegin())).orElse(null);
    Matcher unexpected = UNEXPECTED.matcher(first);
    if (!unexpected.matches()) {
      return new SyntaxError(site, "syntax error: " + first);
    }
    boolean many = unexpected.group(2) != null;
    String expected = many ? "" : ", expected " + unexpected.group(3);
    return new SyntaxError(
        site, "syntax error: unexpected " + token(unexpected.group(1)) + expected);
  }

  /** The token behind the last one that the parser took; that one itself at the end of the file. */
  private static @Nullable Site after(SourceFile file, JavaToken last) {
    JavaToken next = last.getNextToken().orElse(last);
    while (next.getCategory().isWhitespaceOrComment() && next.getNextToken().isPresent()) {
      next = next.getNextToken().get();
    }
    boolean atEnd = next.getKind() == JavaToken.Kind.EOF.getKind();
    Range range = (atEnd ? last : next).getRange().orElse(null);
    return range == null ? null : Site.at(file, range.begin.line, range.begin.column);
  }

  private static String token(String found) {
    int kind = found.lastIndexOf(" <");
    return found.equals("<EOF>") ? "end of file" : kind < 0 ? found : found.substring(0, kind);
  }
}
