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

  /** The model of a top-level type, parsed when first asked for; null if there is none. */
  synchronized @Nullable SourceUnit unit(String topLevelType, Diagnostics diagnostics) {
    Optional<SourceUnit> found = loaded.get(topLevelType);
    if (found == null) {
      SourceFile own = users.file(topLevelType);
      found =
          Optional.ofNullable(
              own == null
                  ? load(topLevelType.replace('.', '/') + ".java", diagnostics)
                  : parser.parse(own, true, diagnostics));
      loaded.put(topLevelType, found);
    }
    return found.orElse(null);
  }

  private @Nullable SourceUnit load(String path, Diagnostics diagnostics) {
    try (InputStream in = Models.class.getResourceAsStream(ROOT + path)) {
      if (in == null) {
        return null;
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return parser.parse(SourceFile.of("models/" + path, text), true, diagnostics);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the model " + path, e);
    }
  }
}
