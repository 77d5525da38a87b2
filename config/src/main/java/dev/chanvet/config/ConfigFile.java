package dev.chanvet.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file of settings.
 *
 * @param path how to call it in messages
 */
public record ConfigFile(Path path) {

  /** What it is called where it is found by itself. */
  public static final String NAME = "chanvet.yml";

  /**
   * The nearest file of settings, in a folder or those around it up to the root of their git
   * repository; without a repository, up to the current folder.
   */
  public static Optional<ConfigFile> above(Path start) {
    Path current = Path.of("").toAbsolutePath().normalize();
    Path absolute = start.toAbsolutePath().normalize();
    Path top = top(absolute, current);
    for (Path at = absolute; at != null; at = at.getParent()) {
      Path file = at.resolve(NAME);
      if (Files.isRegularFile(file)) {
        return Optional.of(
            new ConfigFile(file.startsWith(current) ? current.relativize(file) : file));
      }
      if (at.equals(top)) {
        break;
      }
    }
    return Optional.empty();
  }

  private static Path top(Path start, Path current) {
    for (Path at = start; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".git"))) {
        return at;
      }
    }
    return start.startsWith(current) ? current : start;
  }

  /**
   * Reads it, whatever rules it names.
   *
   * @throws ConfigException if it cannot be read, or says what it cannot mean
   */
  public Config read() {
    return read(null);
  }

  /**
   * Reads it.
   *
   * @param rules the ids of all rules; null if they are not known
   * @throws ConfigException if it cannot be read, or says what it cannot mean
   */
  public Config read(@Nullable Collection<String> rules) {
    String text;
    try {
      text = Files.readString(path);
    } catch (CharacterCodingException e) {
      throw new ConfigException(path + " is not UTF-8");
    } catch (IOException e) {
      throw new ConfigException(path + " cannot be read");
    }
    return new ConfigReader(path.toString(), folder(), rules).read(text);
  }

  /** Its folder as a real path, as those are that are compared with patterns. */
  private Path folder() {
    Path folder = Objects.requireNonNull(path.toAbsolutePath().normalize().getParent());
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      return folder;
    }
  }
}
