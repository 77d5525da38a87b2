package dev.chanvet.config;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Names files by their path, as {@code .gitignore} does.
 *
 * <p>{@code *} and {@code ?} stand for what has no slash, {@code **} for any number of folders. A
 * pattern that matches a folder matches all that is in it. Without a slash, other than one at its
 * end, it may match at any depth: {@code generated} is <code>**&#47;generated</code>.
 */
public final class PathPattern {
  private final String pattern;
  private final Pattern regex;

  private PathPattern(String pattern, Pattern regex) {
    this.pattern = pattern;
    this.regex = regex;
  }

  /** The pattern of that text. */
  public static PathPattern of(String pattern) {
    String trimmed = pattern.startsWith("./") ? pattern.substring(2) : pattern;
    trimmed = trimmed.endsWith("/") ? trimmed.substring(0, trimmed.length() - 1) : trimmed;
    boolean anywhere = trimmed.indexOf('/') < 0;
    trimmed = trimmed.startsWith("/") ? trimmed.substring(1) : trimmed;
    return new PathPattern(
        pattern, Pattern.compile((anywhere ? "(?:.*/)?" : "") + regex(trimmed) + "(?:/.*)?"));
  }

  static boolean any(List<PathPattern> patterns, String path) {
    return patterns.stream().anyMatch(pattern -> pattern.matches(path));
  }

  /**
   * Whether it names a file.
   *
   * @param path relative to the folder of the settings, with forward slashes
   */
  public boolean matches(String path) {
    return regex.matcher(path).matches();
  }

  private static String regex(String glob) {
    StringBuilder regex = new StringBuilder();
    int at = 0;
    while (at < glob.length()) {
      if (glob.startsWith("**/", at)) {
        regex.append("(?:.*/)?");
        at += 3;
      } else if (glob.startsWith("**", at)) {
        regex.append(".*");
        at += 2;
      } else {
        char c = glob.charAt(at++);
        regex.append(c == '*' ? "[^/]*" : c == '?' ? "[^/]" : Pattern.quote(String.valueOf(c)));
      }
    }
    return regex.toString();
  }

  @Override
  public String toString() {
    return pattern;
  }
}
