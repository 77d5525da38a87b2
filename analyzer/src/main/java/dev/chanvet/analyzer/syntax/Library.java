package dev.chanvet.analyzer.syntax;

import dev.chanvet.analyzer.source.SourceFile;

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

  /** Whether all of its models are those that chanvet has itself, which name nothing else. */
  public boolean isOwn() {
    return models.areOwn();
  }

  /** The file of one of those models, that of a top-level type. */
  public SourceFile modelFile(String topLevelType) {
    return Models.file(topLevelType);
  }

  Models models() {
    return models;
  }

  PlatformTypes platform() {
    return platform;
  }
}
