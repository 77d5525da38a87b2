package dev.chanvet.maven;

import dev.chanvet.config.Config;
import dev.chanvet.config.ConfigException;
import dev.chanvet.config.ConfigFile;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** A goal that analyses a module. */
@SuppressWarnings("NullAway.Init") // Maven sets the fields
abstract class AnalysisMojo extends ToolMojo {
  /** Where a module's report lies, below its build folder. */
  static final String REPORT = "chanvet/chanvet.sarif";

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  /** Whether to do nothing. */
  @Parameter(property = "chanvet.skip", defaultValue = "false")
  private boolean skip;

  /**
   * Patterns of the files to analyse, relative to their source folders, such as {@code
   * org/example/**}; all if there are none.
   */
  @Parameter(property = "chanvet.includes")
  private List<String> includes;

  /** Patterns of the files to leave out; they win over {@code includes}. */
  @Parameter(property = "chanvet.excludes")
  private List<String> excludes;

  /** Whether the test sources are analysed together with the main sources. */
  @Parameter(property = "chanvet.includeTests", defaultValue = "true")
  private boolean includeTests;

  /** Whether source folders below the build folder are left out. */
  @Parameter(property = "chanvet.excludeGeneratedSources", defaultValue = "true")
  private boolean excludeGeneratedSources;

  /** Whether a module whose sources and classpath have not changed keeps its report. */
  @Parameter(property = "chanvet.cache", defaultValue = "true")
  private boolean cache;

  /**
   * The findings that are known already and do not count; written by the goal {@code baseline}. May
   * be missing. Default: what the settings say, or {@code chanvet-baseline.txt} of the module.
   */
  @Parameter(property = "chanvet.baseline")
  private @Nullable File baseline;

  /**
   * The project's settings. Default: the {@code chanvet.yml} of the module, or the nearest one in
   * the folders around it, up to the root of its git repository.
   */
  @Parameter(property = "chanvet.config")
  private @Nullable File config;

  /**
   * The release of Java that the sources are written for. Default: what the settings say, or what
   * the compiler is told.
   */
  @Parameter(property = "chanvet.release")
  private @Nullable String release;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("chanvet is skipped");
      return;
    }
    Path report = Path.of(project.getBuild().getDirectory()).resolve(REPORT);
    Cache memory = new Cache(report, report.resolveSibling("chanvet.key"));
    try {
      List<Path> files = files();
      if (files.isEmpty()) {
        memory.clear(); // it would speak of sources that are no more
        getLog().info("No Java sources to analyse");
        return;
      }
      conclude(analyse(files, memory), report);
    } catch (IOException | UncheckedIOException e) { // the latter from walking a folder
      throw new MojoExecutionException("chanvet could not do its work: " + e, e);
    }
  }

  /** What the goal does with the log of the module. */
  abstract void conclude(SarifLog log, Path report)
      throws IOException, MojoExecutionException, MojoFailureException;

  /** The folder of the module, absolute. */
  final Path module() {
    return project.getBasedir().toPath().toAbsolutePath().normalize();
  }

  final Path baseline() throws MojoExecutionException {
    Path file =
        baseline != null
            ? baseline.toPath()
            : settings().baseline().orElse(module().resolve("chanvet-baseline.txt"));
    return file.toAbsolutePath().normalize();
  }

  /** The settings that hold for the module; the names of rules in them are not checked here. */
  final Config settings() throws MojoExecutionException {
    try {
      return configFile().map(ConfigFile::read).orElse(Config.NONE);
    } catch (ConfigException e) {
      throw new MojoExecutionException(e.getMessage(), e);
    }
  }

  private Optional<ConfigFile> configFile() {
    return config == null
        ? ConfigFile.above(module())
        : Optional.of(new ConfigFile(config.toPath()));
  }

  final Places places() {
    return Places.in(root());
  }

  private List<Path> files() throws IOException {
    List<String> folders = new ArrayList<>(project.getCompileSourceRoots());
    if (includeTests) {
      folders.addAll(project.getTestCompileSourceRoots());
    }
    File build = new File(project.getBuild().getDirectory());
    List<Path> roots = SourceSelection.roots(folders, build, !excludeGeneratedSources);
    return new SourceSelection(roots, FilePattern.all(includes), FilePattern.all(excludes)).files();
  }

  private SarifLog analyse(List<Path> files, Cache memory)
      throws IOException, MojoExecutionException {
    Tool tool = tool();
    List<Path> classpath = classpath();
    List<String> options = new ArrayList<>();
    if (release != null) {
      options.add("--release=" + release.strip());
    } else if (settings().release().isEmpty()) {
      new CompilerRelease(project, session().getUserProperties())
          .find()
          .ifPresent(number -> options.add("--release=" + number));
    }
    String key = key(tool, options, files, classpath);
    if (cache && memory.holds(key)) {
      getLog().debug("Nothing has changed since the last analysis");
    } else {
      memory.clear();
      Files.createDirectories(memory.report().getParent());
      tool.run(root(), words(options, files, classpath, memory.report()));
    }
    SarifLog log = SarifLog.read(memory.report());
    Baseline.unmark(log);
    if (Files.exists(baseline())) {
      Baseline.read(baseline()).mark(log);
    }
    log.write(memory.report());
    memory.remember(key);
    return log;
  }

  private List<String> words(
      List<String> options, List<Path> files, List<Path> classpath, Path report) {
    List<String> words =
        new ArrayList<>(
            List.of("check", "--quiet", "--fail-on", "never", "--output", "sarif=" + report));
    words.addAll(options);
    if (!cache) {
      words.add("--no-cache");
    }
    configFile()
        .ifPresentOrElse(
            file -> words.add("--config=" + file.path().toAbsolutePath()),
            () -> words.add("--no-config"));
    if (!classpath.isEmpty()) {
      words.add("--classpath");
      words.add(String.join(File.pathSeparator, classpath.stream().map(Path::toString).toList()));
    }
    files.forEach(file -> words.add(nameForTool(file)));
    return words;
  }

  /** As somebody would call the file who runs the command in the root. */
  private String nameForTool(Path file) {
    Path root = root();
    return (file.startsWith(root) ? root.relativize(file) : file).toString();
  }

  private String key(Tool tool, List<String> options, List<Path> files, List<Path> classpath)
      throws IOException {
    return new Cache.Key()
        .words(List.of(tool.jdk().home().toString(), root().toString()))
        .contents(List.of(tool.jdk().home().resolve("release")))
        .classpath(tool.classpath())
        .contents(configFile().map(ConfigFile::path).stream().toList())
        .contents(files)
        .words(List.of("options"))
        .words(options)
        .words(List.of("classpath"))
        .classpath(classpath)
        .hex();
  }

  /** What the module is compiled against, without its own classes: their sources are analysed. */
  private List<Path> classpath() throws MojoExecutionException {
    try {
      List<String> elements =
          includeTests ? project.getTestClasspathElements() : project.getCompileClasspathElements();
      List<String> own =
          List.of(
              project.getBuild().getOutputDirectory(), project.getBuild().getTestOutputDirectory());
      return elements.stream()
          .filter(element -> !own.contains(element))
          .map(Path::of)
          .filter(Files::exists)
          .toList();
    } catch (DependencyResolutionRequiredException e) {
      throw new MojoExecutionException("the classpath of " + project.getName() + " is unknown", e);
    }
  }
}
