package dev.chanvet.maven;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Names files for people, where SARIF names them for programs.
 *
 * @param folder absolute, what the names are relative to: the root of the Maven project
 * @param sources absolute, what the URIs are relative to: the root of the git repository
 */
record Places(Path folder, Path sources) {

  static Places in(Path folder) {
    Path start = folder.toAbsolutePath().normalize();
    for (Path at = start; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".git"))) {
        return new Places(start, at);
      }
    }
    return new Places(start, start);
  }

  /** A SARIF location as {@code path:line:column}, or as a path if it is a whole file. */
  String of(JsonNode location) {
    JsonNode physical = location.path("physicalLocation");
    String name = name(file(physical.at("/artifactLocation/uri").asText()));
    JsonNode region = physical.path("region");
    return region.isMissingNode()
        ? name
        : name + ":" + region.path("startLine").asInt() + ":" + region.path("startColumn").asInt();
  }

  /** The file behind a URI of the log. */
  Path file(String uri) {
    URI parsed = URI.create(uri);
    return parsed.isAbsolute() ? Path.of(parsed) : sources.resolve(parsed.getPath());
  }

  /** What to call a file: relative to the folder if it lies there. */
  String name(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    Path shown = absolute.startsWith(folder) ? folder.relativize(absolute) : absolute;
    return shown.toString().replace(File.separatorChar, '/');
  }
}
