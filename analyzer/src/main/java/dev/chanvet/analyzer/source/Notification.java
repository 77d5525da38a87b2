package dev.chanvet.analyzer.source;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Something to say about the analysis itself rather than about the program: a file that could not
 * be read, a bound that was hit.
 *
 * @param level how much it takes away from the result
 * @param code a stable name in words, such as {@code unreadable-file}
 * @param message one line, lower case, without a full stop
 * @param path the file or folder it is about, as the user calls it; null if it is about no single
 *     one
 * @param site the place it is about; null if it is about no place in a file that was read
 */
public record Notification(
    Level level, String code, String message, @Nullable String path, @Nullable Site site)
    implements Comparable<Notification> {

  /** How much a notification takes away from the result, most first. */
  public enum Level {
    /** A whole input was not analysed. */
    ERROR,
    /** Some code was not analysed, or less exactly than it could have been. */
    WARNING,
    /** Nothing was lost. */
    NOTE
  }

  private static final Comparator<Notification> ORDER =
      Comparator.comparing(Notification::site, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Notification::path, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Notification::level)
          .thenComparing(Notification::code)
          .thenComparing(Notification::message);

  /** A notification about the analysis as a whole. */
  public static Notification of(Level level, String code, String message) {
    return new Notification(level, code, message, null, null);
  }

  /** A notification about a file or folder. */
  public static Notification of(Level level, String code, String message, String path) {
    return new Notification(level, code, message, path, null);
  }

  /** A notification about a place. */
  public static Notification of(Level level, String code, String message, Site site) {
    return new Notification(level, code, message, site.file().path(), site);
  }

  /** Whether something that was asked for was not analysed. */
  public boolean incomplete() {
    return level != Level.NOTE;
  }

  @Override
  public int compareTo(Notification other) {
    return ORDER.compare(this, other);
  }

  /** {@code where: message [code]}. */
  @Override
  public String toString() {
    String where = site != null ? site + ": " : path != null ? path + ": " : "";
    return where + message + " [" + code + "]";
  }
}
