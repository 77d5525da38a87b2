package dev.chanvet.analyzer.syntax;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParseStart;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.Problem;
import com.github.javaparser.Providers;
import com.github.javaparser.Range;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.stmt.UnparsableStmt;
import dev.chanvet.analyzer.source.SourceFile;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Parses files, one after the other: not safe for use by several threads, and to be called on a
 * thread with a large stack, since the parser descends as deep as the source nests.
 */
final class SourceParser {
  private final JavaParser plain = new JavaParser(configuration(false));
  private @Nullable JavaParser unescaping;
  private final NewerSyntax newer;

  SourceParser(JavaRelease release) {
    this.newer = new NewerSyntax(release);
  }

  private static ParserConfiguration configuration(boolean unicodeEscapes) {
    ParserConfiguration configuration =
        new ParserConfiguration()
            .setLanguageLevel(LanguageLevel.JAVA_25)
            .setAttributeComments(false)
            .setStoreTokens(true)
            .setPreprocessUnicodeEscapes(unicodeEscapes);
    if (!unicodeEscapes) { // one of the processors is what reads the escapes
      configuration.getProcessors().clear();
    }
    return configuration;
  }

  /** The unit that {@code file} holds; null, with one diagnostic, if nothing of it can be used. */
  @Nullable SourceUnit parse(SourceFile file, boolean model, Diagnostics diagnostics) {
    String text = file.text();
    if (!model && Nesting.depth(text) > Nesting.LIMIT) {
      diagnostics.skipped(
          file, null, "lambdas and class bodies nested deeper than " + Nesting.LIMIT);
      return null;
    }
    try {
      return unit(file, model, result(text), diagnostics);
    } catch (StackOverflowError e) {
      diagnostics.skipped(file, null, "nested too deeply to be parsed");
    } catch (RuntimeException | LinkageError e) {
      diagnostics.skipped(file, null, "the parser failed: " + e);
    }
    return null;
  }

  private ParseResult<CompilationUnit> result(String text) {
    ParseResult<CompilationUnit> result = parseWith(plain, text);
    if (result.isSuccessful() || !text.contains("\\u")) {
      return result;
    }
    if (unescaping == null) {
      unescaping = new JavaParser(configuration(true));
    }
    ParseResult<CompilationUnit> second = parseWith(unescaping, text);
    return second.isSuccessful() ? second : result;
  }

  private static ParseResult<CompilationUnit> parseWith(JavaParser parser, String text) {
    return parser.parse(ParseStart.COMPILATION_UNIT, Providers.provider(text));
  }

  private @Nullable SourceUnit unit(
      SourceFile file,
      boolean model,
      ParseResult<CompilationUnit> result,
      Diagnostics diagnostics) {
    CompilationUnit tree = result.getResult().orElse(null);
    Problem problem = result.getProblems().isEmpty() ? null : result.getProblem(0);
    boolean usable = tree != null && (problem == null || !tree.getTypes().isEmpty());
    if (problem != null) {
      SyntaxError error = SyntaxError.of(file, problem);
      if (usable) {
        diagnostics.partial(file, error.site(), error.message());
      } else {
        diagnostics.skipped(file, error.site(), error.message());
      }
    }
    if (!usable || tree == null) {
      return null;
    }
    if (problem == null) {
      newer.tell(file, tree, diagnostics);
    }
    if (!model) {
      stripTokens(tree);
    }
    return new SourceUnit(file, tree, model, result.getProblems().size());
  }

  /** Gives up the tokens, which are two thirds of a tree's memory, and keeps the ranges. */
  private static void stripTokens(CompilationUnit tree) {
    Deque<Node> open = new ArrayDeque<>();
    open.push(tree);
    while (!open.isEmpty()) {
      Node node = open.pop();
      Range range = node.getRange().orElse(null);
      if (!(node instanceof UnparsableStmt)) {
        node.setTokenRange(null);
        node.setRange(range);
      }
      for (Node child : node.getChildNodes()) {
        open.push(child);
      }
    }
  }
}
