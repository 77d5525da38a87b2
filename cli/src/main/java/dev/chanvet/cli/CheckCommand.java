package dev.chanvet.cli;

import dev.chanvet.analyzer.Analysis;
import dev.chanvet.analyzer.Analysis.Analysed;
import dev.chanvet.analyzer.AnalysisOptions;
import dev.chanvet.analyzer.cache.Outcome;
import dev.chanvet.analyzer.finding.AnalysisResult;
import dev.chanvet.analyzer.finding.Statistics;
import dev.chanvet.analyzer.report.ReportContext;
import dev.chanvet.analyzer.source.Notification;
import dev.chanvet.analyzer.source.SourceDiscovery;
import dev.chanvet.config.Config;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chanvet check}: analyses and reports. */
@Command(
    name = "check",
    description = "Analyses Java sources and reports misuse of channels.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    showAtFileInUsageHelp = true,
    abbreviateSynopsis = true)
final class CheckCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      paramLabel = "PATH",
      defaultValue = ".",
      description = "Files, folders, or jars with sources; default: the current folder.")
  private List<String> paths = List.of();

  @Mixin private ConfigOptions configOptions = new ConfigOptions();
  @Mixin private RuleOptions ruleOptions = new RuleOptions();
  @Mixin private OutputOptions outputOptions = new OutputOptions();
  @Mixin private ScopeOptions scope = new ScopeOptions();
  @Mixin private FixOptions fixes = new FixOptions();
  @Mixin private ClasspathOption classpath = new ClasspathOption();
  @Mixin private CacheOption cache = new CacheOption();
  @Mixin private ModelsOption models = new ModelsOption();
  @Mixin private ReleaseOption release = new ReleaseOption();

  @Option(
      names = "--fail-on",
      paramLabel = "LEVEL",
      description =
          "Exit with 1 from this level on: error, warning, note or never; default: warning.")
  private @Nullable FailOn failOn;

  @Option(names = "--strict", description = "Exit with 3 if something could not be analysed.")
  private boolean strict;

  @Option(
      names = {"-j", "--threads"},
      paramLabel = "N",
      description = "How many threads work; default: one for each processor.")
  private int threads = Runtime.getRuntime().availableProcessors();

  CheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (threads < 1) {
      throw new UsageException("--threads needs a number of at least 1, not " + threads);
    }
    fixes.check();
    if (fixes.changesFiles() && scope.updatesBaseline()) {
      throw new UsageException("--fix and --update-baseline do not go together");
    }
    Config config = configOptions.read(paths);
    Project project = new Project(config, ruleOptions.rules(config));
    List<Output> outputs = outputOptions.outputs(console, !fixes.printsDiff());
    AnalysisOptions options =
        new AnalysisOptions(
            paths,
            classpath.entries(),
            SourceDiscovery.DEFAULT_LIMIT,
            threads,
            project.view(scope.view(console)),
            config.liveOn(),
            cache.cache(console.environment()),
            models.models(config),
            release.release(config));
    AnalysisResult result;
    try (TerminalProgress progress = TerminalProgress.on(console, outputOptions.showsProgress())) {
      Analysed analysed = Analysis.of(options).analyse(project.rules(), progress);
      result = reported(analysed, project, config);
      if (fixes.printsDiff()) {
        FixOptions.print(result, analysed.fixes(), console.out());
      }
      if (fixes.changesFiles() && FixOptions.apply(result, analysed.fixes(), console.err())) {
        result = reported(Analysis.of(options).analyse(project.rules(), progress), project, config);
      }
    }
    report(result, project, outputs);
    options.cache().sweep();
    if (outputOptions.isVerbose()) {
      console.err().println(describe(result.statistics()));
    }
    return exitCode(result, failOn != null ? failOn : FailOn.of(config));
  }

  private AnalysisResult reported(Analysed analysed, Project project, Config config) {
    return fixes.seek(
        scope.apply(project.adjust(analysed.result()), config, console), analysed.fixes());
  }

  private void report(AnalysisResult result, Project project, List<Output> outputs) {
    ReportContext context =
        new ReportContext(
            project.infos(),
            Folders.root(paths),
            Version.number(),
            outputOptions.wantsColor(console));
    outputs.forEach(output -> output.write(result, context));
  }

  private int exitCode(AnalysisResult result, FailOn from) {
    boolean failed = false;
    for (Notification told : result.notifications()) {
      boolean ourFault = told.code().equals(Outcome.FAILED);
      if (ourFault) {
        console.err().println("chanvet: " + told.message()); // for who looks at no report
      }
      failed |= ourFault || SourceDiscovery.WRONG_INPUT.contains(told.code());
    }
    if (failed) {
      return ExitCode.ERROR;
    }
    if (result.worst().filter(from::includes).isPresent()) {
      return ExitCode.FINDINGS;
    }
    return strict && !result.complete() ? ExitCode.INCOMPLETE : ExitCode.CLEAN;
  }

  private static String describe(Statistics statistics) {
    return "chanvet: %d files, %d of them analysed; %d functions, %d roots, %d states; %d ms"
        .formatted(
            statistics.files(),
            statistics.analysedFiles(),
            statistics.functions(),
            statistics.roots(),
            statistics.states(),
            statistics.time().toMillis());
  }
}
