package dev.chanvet.analyzer.syntax;

/**
 * The release of Java that a program is written for, as {@code javac --release} has it: the
 * language and the types of the JDK.
 *
 * @param feature the number, such as 17
 */
public record JavaRelease(int feature) {
  /** The oldest one that is known. */
  public static final int OLDEST = 8;

  /** The newest one that is known. */
  public static final int NEWEST = 25;

  /** What is read if nobody says anything: the newest language, on the JDK that runs. */
  public static final JavaRelease ANY = new JavaRelease(NEWEST);

  /**
   * @throws IllegalArgumentException if the release is not known; the message is for people
   */
  public JavaRelease {
    if (feature < OLDEST || feature > NEWEST) {
      throw new IllegalArgumentException(
          "releases of Java from %d to %d are known, not %d".formatted(OLDEST, NEWEST, feature));
    }
  }
}
