package dev.chanvet.analyzer.syntax;

/**
 * What programs are written against: the models, each parsed when it is first named, and the types
 * of the JDK. Programs may share one, also when several threads read them.
 */
public final class Library {
  private final Models models;
  private final PlatformTypes platform = new PlatformTypes();

  /** The JDK and the models that chanvet has itself. */
  public Library() {
    this(UserModels.NONE);
  }

  /** The same with further models, which win. */
  public Library(UserModels users) {
    models = new Models(users);
  }

  Models models() {
    return models;
  }

  PlatformTypes platform() {
    return platform;
  }
}
