package dev.chanvet.analyzer.syntax;

import dev.chanvet.analyzer.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The models of library classes: those of the user first, then those among the analyzer's
 * resources, one Java file a top-level type. Their trees are read by several threads, and never
 * changed.
 */
final class Models {
  private static final String ROOT = "/dev/chanvet/models/";

  private final Map<String, Optional<SourceUnit>> loaded = new HashMap<>();
  private final SourceParser parser = new SourceParser(JavaRelease.ANY);
  private final UserModels users;

  Models(UserModels users) {
    this.users = users;
  }

  /** Whether there are none of the user. */
  boolean areOwn() {
    return users.isEmpty();
  }

  /** The model of a top-level type, parsed when first asked for; null if there is none. */
  synchronized @Nullable SourceUnit unit(String topLevelType, Diagnostics diagnostics) {
    Optional<SourceUnit> found = loaded.get(topLevelType);
    if (found == null) {
      SourceFile own = users.file(topLevelType);
      SourceFile file = own == null && exists(topLevelType) ? file(topLevelType) : own;
      found =
          file == null
              ? Optional.empty()
              : Optional.ofNullable(parser.parse(file, true, diagnostics));
      loaded.put(topLevelType, found);
    }
    return found.orElse(null);
  }

  private static boolean exists(String topLevelType) {
    return Models.class.getResource(resource(topLevelType)) != null;
  }

  /** The file of a model among the resources, read when its text is needed. */
  static SourceFile file(String topLevelType) {
    String path = "models/" + topLevelType.replace('.', '/') + ".java";
    return SourceFile.of(path, () -> text(resource(topLevelType)));
  }

  private static String resource(String topLevelType) {
    return ROOT + topLevelType.replace('.', '/') + ".java";
  }

  private static String text(String resource) {
    try (InputStream in = Models.class.getResourceAsStream(resource)) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the model " + resource, e);
    }
  }
}
