package dev.chanvet.analyzer.syntax;

/**
 * What programs are written against: the models, each parsed when it is first named, and the types
 * of the JDK. Programs may share one, also when several threads read them.
 */
public final class Library {
  private final Models models = new Models();
  private final PlatformTypes platform = new PlatformTypes();

  Models models() {
    return models;
  }

  PlatformTypes platform() {
    return platform;
  }
}
