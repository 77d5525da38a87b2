package dev.chanvet.config;

import java.io.File;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a project wants.
 *
 * @param folder absolute, what patterns are relative to: where the file lies
 * @param select the rules that run; empty for those that are on by default
 * @param ignore rules that do not run
 * @param levels levels by rule; naming one turns a rule on that is off by default
 * @param include patterns of the files that are analysed; empty for all
 * @param exclude patterns of files that are not; they win
 * @param overrides what else holds in some files; a later one wins
 * @param liveOn annotations, such as {@code @Daemon}, and classes whose goroutines may live on
 * @param failOn from which level on a check fails
 * @param baseline absolute; the file of the findings that are known
 * @param models absolute; folders with models of other libraries
 * @param release the release of Java that the project is written for
 */
public record Config(
    Path folder,
    List<String> select,
    List<String> ignore,
    Map<String, Level> levels,
    List<PathPattern> include,
    List<PathPattern> exclude,
    List<Elsewhere> overrides,
    List<String> liveOn,
    Optional<Threshold> failOn,
    Optional<Path> baseline,
    List<Path> models,
    Optional<Integer> release) {

  /** In place of a rule's name: every rule. */
  public static final String ALL = "all";

  /** The oldest release of Java that a project can be written for. */
  public static final int OLDEST_RELEASE = 8;

  /** The newest one. */
  public static final int NEWEST_RELEASE = 25;

  /** A project that wants nothing in particular. */
  public static final Config NONE =
      new Config(
          Path.of("").toAbsolutePath(),
          List.of(),
          List.of(),
          Map.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty());

  /**
   * What holds in some files only.
   *
   * @param ignore rules whose findings are not reported there; may be {@link #ALL}
   * @param levels by rule or {@link #ALL}; a rule's own entry wins
   */
  public record Elsewhere(List<PathPattern> paths, List<String> ignore, Map<String, Level> levels) {

    public Elsewhere {
      paths = List.copyOf(paths);
      ignore = List.copyOf(ignore);
      levels = Collections.unmodifiableMap(new LinkedHashMap<>(levels));
    }

    private @Nullable Level level(String rule) {
      if (ignore.contains(ALL) || ignore.contains(rule)) {
        return Level.OFF;
      }
      return levels.containsKey(rule) ? levels.get(rule) : levels.get(ALL);
    }
  }

  public Config {
    select = List.copyOf(select);
    ignore = List.copyOf(ignore);
    levels = Collections.unmodifiableMap(new LinkedHashMap<>(levels));
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
    overrides = List.copyOf(overrides);
    liveOn = List.copyOf(liveOn);
    models = List.copyOf(models);
  }

  /** Whether every file is analysed. */
  public boolean takesAll() {
    return include.isEmpty() && exclude.isEmpty();
  }

  /** Whether a file is analysed; files outside of the folder always are. */
  public boolean takes(Path file) {
    if (!file.startsWith(folder)) {
      return true;
    }
    String path = name(file);
    return (include.isEmpty() || PathPattern.any(include, path)) && !PathPattern.any(exclude, path);
  }

  /** The level that a rule's findings shall have in a file; empty for their own. */
  public Optional<Level> level(String rule, @Nullable Path file) {
    Level level = levels.get(rule);
    if (file != null && file.startsWith(folder)) {
      String path = name(file);
      for (Elsewhere override : overrides) {
        Level there = PathPattern.any(override.paths(), path) ? override.level(rule) : null;
        level = there == null ? level : there;
      }
    }
    return Optional.ofNullable(level);
  }

  private String name(Path file) {
    return folder.relativize(file).toString().replace(File.separatorChar, '/');
  }
}
