package dev.chanvet.analyzer.syntax;

/**
 * What programs are written against: the models, each parsed when it is first named, and the types
 * of the JDK. Programs may share one, also when several threads read them.
 */
public final class Library {
  private final Models models;
  private final JavaRelease release;
  private final PlatformTypes platform;

  /** The JDK and the models that chanvet has itself. */
  public Library() {
    this(UserModels.NONE, JavaRelease.ANY);
  }

  /**
   * The same with further models, which win, and without what is newer than a release of the JDK.
   */
  public Library(UserModels users, JavaRelease release) {
    models = new Models(users);
    platform = new PlatformTypes(release);
    this.release = release;
  }

  /** What programs are written for. */
  public JavaRelease release() {
    return release;
  }

  Models models() {
    return models;
  }

  PlatformTypes platform() {
    return platform;
  }
}
