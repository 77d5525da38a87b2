package dev.chanvet.cli;

import dev.chanvet.analyzer.Analysis;
import dev.chanvet.analyzer.AnalysisOptions;
import dev.chanvet.analyzer.finding.AnalysisResult;
import dev.chanvet.analyzer.finding.Baseline;
import dev.chanvet.analyzer.source.FileView;
import dev.chanvet.analyzer.source.SourceDiscovery;
import dev.chanvet.config.Config;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chanvet baseline}: takes all that is found now as known. */
@Command(
    name = "baseline",
    description = "Writes all findings to a file; 'chanvet check --baseline' does not report them.",
    mixinStandardHelpOptions = true)
final class BaselineCommand implements Runnable {
  private static final Path DEFAULT = Path.of("chanvet-baseline.txt");

  private final Console console;

  @Parameters(
      paramLabel = "PATH",
      defaultValue = ".",
      description = "Files, folders, or jars with sources; default: the current folder.")
  private List<String> paths = List.of();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to write it; default: what the settings say, or chanvet-baseline.txt.")
  private @Nullable Path output;

  @Mixin private ConfigOptions configOptions = new ConfigOptions();
  @Mixin private RuleOptions ruleOptions = new RuleOptions();
  @Mixin private ClasspathOption classpath = new ClasspathOption();
  @Mixin private CacheOption cache = new CacheOption();
  @Mixin private ModelsOption models = new ModelsOption();
  @Mixin private ReleaseOption release = new ReleaseOption();

  BaselineCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    Config config = configOptions.read(paths);
    Project project = new Project(config, ruleOptions.rules(config));
    Path path = output != null ? output : config.baseline().map(Folders::shown).orElse(DEFAULT);
    ReportFile file = new ReportFile(path);
    file.requireWritable();
    AnalysisOptions options =
        new AnalysisOptions(
            paths,
            classpath.entries(),
            SourceDiscovery.DEFAULT_LIMIT,
            Runtime.getRuntime().availableProcessors(),
            project.view(FileView.DISK),
            config.liveOn(),
            cache.cache(console.environment()),
            models.models(config),
            release.release(config));
    AnalysisResult result = project.adjust(Analysis.of(options).run(project.rules()));
    Baseline baseline = Baseline.of(result);
    file.write(baseline.text());
    int written = baseline.entries().size();
    console
        .out()
        .println((written == 1 ? "1 finding" : written + " findings") + " written to " + path);
  }
}
