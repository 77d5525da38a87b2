package dev.chanvet.maven;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A pattern of paths as Maven's users write them: {@code *} and {@code ?} stay within a folder,
 * {@code **} crosses folders, and a slash at the end means all that is below.
 */
final class FilePattern {
  private final Pattern regex;

  private FilePattern(Pattern regex) {
    this.regex = regex;
  }

  static List<FilePattern> all(List<String> patterns) {
    return patterns.stream().map(String::strip).map(FilePattern::of).toList();
  }

  static FilePattern of(String pattern) {
    String slashes = pattern.replace('\\', '/');
    String rest = slashes.endsWith("/") ? slashes + "**" : slashes;
    StringBuilder regex = new StringBuilder();
    while (!rest.isEmpty()) {
      int length;
      if (rest.equals("/**")) {
        regex.append("(/.*)?");
        length = 3;
      } else if (rest.startsWith("**/")) {
        regex.append("(.*/)?");
        length = 3;
      } else if (rest.startsWith("**")) {
        regex.append(".*");
        length = 2;
      } else {
        regex.append(
            switch (rest.charAt(0)) {
              case '*' -> "[^/]*";
              case '?' -> "[^/]";
              default -> Pattern.quote(rest.substring(0, 1));
            });
        length = 1;
      }
      rest = rest.substring(length);
    }
    return new FilePattern(Pattern.compile(regex.toString()));
  }

  /**
   * Whether the whole path matches.
   *
   * @param path relative, with forward slashes
   */
  boolean matches(String path) {
    return regex.matcher(path).matches();
  }
}
