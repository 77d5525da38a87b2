package dev.chanvet.analyzer.lower;

import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.DoubleLiteralExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import dev.chanvet.analyzer.ir.Literal;
import dev.chanvet.analyzer.ir.TypeRef;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The values of literals. */
final class Literals {
  private static final Pattern UNICODE_ESCAPE = Pattern.compile("\\\\u+([0-9a-fA-F]{4})");

  private Literals() {}

  /** The value of an {@code int} or {@code long} literal in any radix; null if it is none. */
  static @Nullable Long integer(String written) {
    String text = written.replace("_", "").toLowerCase(Locale.ROOT);
    boolean isLong = text.endsWith("l");
    String digits = isLong ? text.substring(0, text.length() - 1) : text;
    try {
      if (digits.startsWith("0x")) {
        return unsigned(digits.substring(2), 16, isLong);
      }
      if (digits.startsWith("0b")) {
        return unsigned(digits.substring(2), 2, isLong);
      }
      return digits.length() > 1 && digits.startsWith("0")
          ? unsigned(digits.substring(1), 8, isLong)
          : Long.valueOf(Long.parseUnsignedLong(digits));
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static long unsigned(String digits, int radix, boolean isLong) {
    return isLong ? Long.parseUnsignedLong(digits, radix) : Integer.parseUnsignedInt(digits, radix);
  }

  /** The code unit of a character literal; null if it is malformed. */
  static @Nullable Long character(CharLiteralExpr literal) {
    String text = translated(literal.getValue());
    return text.length() == 1 ? Long.valueOf(text.charAt(0)) : null;
  }

  static String text(StringLiteralExpr literal) {
    return translated(literal.getValue());
  }

  static String text(TextBlockLiteralExpr literal) {
    try {
      return literal.translateEscapes();
    } catch (IllegalArgumentException e) {
      return literal.getValue();
    }
  }

  private static String translated(String written) {
    if (written.indexOf('\\') < 0) {
      return written;
    }
    try {
      Matcher escapes = UNICODE_ESCAPE.matcher(written);
      return escapes
          .replaceAll(escape -> Matcher.quoteReplacement(codeUnit(escape.group(1))))
          .translateEscapes();
    } catch (IllegalArgumentException e) {
      return written;
    }
  }

  private static String codeUnit(String hexadecimal) {
    return String.valueOf((char) Integer.parseInt(hexadecimal, 16));
  }

  /** The value of a literal with a fraction; null if it is malformed. */
  static @Nullable Double real(DoubleLiteralExpr literal) {
    try {
      String text = literal.getValue().replace("_", "");
      return isFloat(literal) ? Double.valueOf(Float.parseFloat(text)) : Double.valueOf(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  static boolean isFloat(DoubleLiteralExpr literal) {
    String text = literal.getValue();
    boolean hexadecimal = text.startsWith("0x") || text.startsWith("0X");
    char last = text.charAt(text.length() - 1);
    return !(hexadecimal && text.toLowerCase(Locale.ROOT).indexOf('p') < 0)
        && (last == 'f' || last == 'F');
  }

  /** What a variable or element of that type holds before it is assigned. */
  static Literal initial(TypeRef type) {
    if (type.dimensions() > 0) {
      return new Literal.Null();
    }
    return switch (type.name()) {
      case "boolean" -> new Literal.Bool(false);
      case "byte", "short", "char", "int", "long", "float", "double" -> new Literal.Int(0);
      default -> new Literal.Null();
    };
  }
}
