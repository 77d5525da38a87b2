package dev.chanvet.cli;

import dev.chanvet.analyzer.cache.Cache;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where to remember what has been found out. */
final class CacheOption {
  @Option(
      names = "--no-cache",
      description = "Forget what earlier runs have found out, and remember nothing of this one.")
  private boolean none;

  /**
   * The cache that all projects share: {@code CHANVET_CACHE}, or {@code chanvet} in the user's
   * folder for caches.
   */
  Cache cache(Map<String, String> environment) {
    Path folder = folder(environment);
    String version = version();
    return none || folder == null || version == null
        ? Cache.NONE
        : Cache.in(folder.resolve("outcomes"), version);
  }

  private static @Nullable Path folder(Map<String, String> environment) {
    String own = environment.getOrDefault("CHANVET_CACHE", "");
    if (!own.isEmpty()) {
      return Path.of(own);
    }
    String caches = environment.getOrDefault("XDG_CACHE_HOME", "");
    String home = environment.getOrDefault("HOME", System.getProperty("user.home", ""));
    if (caches.isEmpty() && home.isEmpty()) {
      return null;
    }
    return (caches.isEmpty() ? Path.of(home, ".cache") : Path.of(caches)).resolve("chanvet");
  }

  /**
   * Tells this build from all others, those too that call themselves the same. Null if it does not
   * come from a jar: then its classes may change while the name stays.
   */
  private static @Nullable String version() {
    CodeSource source = CacheOption.class.getProtectionDomain().getCodeSource();
    try {
      Path jar = source == null ? null : Path.of(source.getLocation().toURI());
      return jar == null || !Files.isRegularFile(jar)
          ? System.getProperty("chanvet.build")
          : "%s %d %d"
              .formatted(
                  Version.number(), Files.size(jar), Files.getLastModifiedTime(jar).toMillis());
    } catch (URISyntaxException | IOException e) {
      return null;
    }
  }
}
