package dev.chanvet.analyzer.syntax;

import com.github.javaparser.Problem;
import com.github.javaparser.Range;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.validator.ProblemReporter;
import com.github.javaparser.ast.validator.Validator;
import com.github.javaparser.ast.validator.language_level_validations.Java10Validator;
import com.github.javaparser.ast.validator.language_level_validations.Java11Validator;
import com.github.javaparser.ast.validator.language_level_validations.Java12Validator;
import com.github.javaparser.ast.validator.language_level_validations.Java13Validator;
import com.github.javaparser.ast.validator.language_level_validations.Java14Validator;
import com.github.javaparser.ast.validator.language_level_validations.Java15Validator;
import com.github.javaparser.ast.validator.language_level_validations.Java16Validator;
import com.github.javaparser.ast.validator.language_level_validations.Java17Validator;
import com.github.javaparser.ast.validator.language_level_validations.Java18Validator;
import com.github.javaparser.ast.validator.language_level_validations.Java19Validator;
import com.github.javaparser.ast.validator.language_level_validations.Java20Validator;
import com.github.javaparser.ast.validator.language_level_validations.Java21Validator;
import com.github.javaparser.ast.validator.language_level_validations.Java22Validator;
import com.github.javaparser.ast.validator.language_level_validations.Java23Validator;
import com.github.javaparser.ast.validator.language_level_validations.Java24Validator;
import com.github.javaparser.ast.validator.language_level_validations.Java8Validator;
import com.github.javaparser.ast.validator.language_level_validations.Java9Validator;
import dev.chanvet.analyzer.source.Site;
import dev.chanvet.analyzer.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells where a file uses more of the language than a release of Java has. */
final class NewerSyntax {
  /** The parser's words; its other complaints are the compiler's business. */
  private static final Pattern MESSAGE =
      Pattern.compile("(.*?)(?: is| are)? not supported\\..*is supported starting from.*");

  private final JavaRelease release;
  private final @Nullable Validator validator;

  NewerSyntax(JavaRelease release) {
    this.release = release;
    this.validator = validator(release);
  }

  /** Tells the first use; the file is analysed all the same. */
  void tell(SourceFile file, CompilationUnit tree, Diagnostics diagnostics) {
    if (validator == null) {
      return;
    }
    List<Problem> problems = new ArrayList<>();
    validator.accept(tree, new ProblemReporter(problems::add));
    for (Problem problem : problems) {
      Matcher words = MESSAGE.matcher(problem.getMessage());
      if (words.matches()) {
        String what = words.group(1).replaceFirst("^Use of ", "").replace(" Declarations", "s");
        diagnostics.newer(
            file,
            problem
                .getLocation()
                .flatMap(at -> at.toRange())
                .map(at -> site(file, at))
                .orElse(null),
            "Java %d does not have this yet: %s"
                .formatted(
                    release.feature(), Character.toLowerCase(what.charAt(0)) + what.substring(1)));
        return;
      }
    }
  }

  private static Site site(SourceFile file, Range range) {
    return Site.at(file, range.begin.line, range.begin.column);
  }

  private static @Nullable Validator validator(JavaRelease release) {
    return switch (release.feature()) {
      case 8 -> new Java8Validator();
      case 9 -> new Java9Validator();
      case 10 -> new Java10Validator();
      case 11 -> new Java11Validator();
      case 12 -> new Java12Validator();
      case 13 -> new Java13Validator();
      case 14 -> new Java14Validator();
      case 15 -> new Java15Validator();
      case 16 -> new Java16Validator();
      case 17 -> new Java17Validator();
      case 18 -> new Java18Validator();
      case 19 -> new Java19Validator();
      case 20 -> new Java20Validator();
      case 21 -> new Java21Validator();
      case 22 -> new Java22Validator();
      case 23 -> new Java23Validator();
      case 24 -> new Java24Validator();
      default -> null; // nothing is newer
    };
  }
}
