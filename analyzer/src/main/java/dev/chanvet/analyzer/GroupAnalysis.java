package dev.chanvet.analyzer;

import dev.chanvet.analyzer.cache.Cache;
import dev.chanvet.analyzer.cache.Key;
import dev.chanvet.analyzer.cache.Outcome;
import dev.chanvet.analyzer.explore.Exploration;
import dev.chanvet.analyzer.explore.Explorations;
import dev.chanvet.analyzer.explore.Limits;
import dev.chanvet.analyzer.finding.Declarations;
import dev.chanvet.analyzer.finding.Finding;
import dev.chanvet.analyzer.finding.Owners;
import dev.chanvet.analyzer.finding.RuleInfo;
import dev.chanvet.analyzer.finding.Suppression;
import dev.chanvet.analyzer.finding.Suppressions;
import dev.chanvet.analyzer.ir.Program;
import dev.chanvet.analyzer.lower.LoweredLibrary;
import dev.chanvet.analyzer.lower.Lowering;
import dev.chanvet.analyzer.rule.Pass;
import dev.chanvet.analyzer.rule.Rule;
import dev.chanvet.analyzer.rule.Undecided;
import dev.chanvet.analyzer.source.Notification;
import dev.chanvet.analyzer.source.SourceFile;
import dev.chanvet.analyzer.syntax.Library;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Analyses groups of files, several at a time. Outcomes come in the order of the groups, and none
 * depends on another or on how many threads there are. Of a group nothing stays but its outcome.
 */
final class GroupAnalysis {
  private final AnalysisOptions options;
  private final List<Rule> rules;
  private final List<RuleInfo> infos;
  private final Key key;
  private final Key modelsKey;
  private final LoweredLibrary library;

  GroupAnalysis(AnalysisOptions options, List<Rule> rules) {
    this.options = options;
    this.rules = rules;
    this.modelsKey =
        new Key(
            List.of(
                "lowered models",
                Runtime.version().toString(),
                "release " + options.release().feature()));
    this.library =
        new LoweredLibrary(
            new Library(options.models(), options.release()),
            () -> options.cache().pieces(modelsKey));
    this.infos = rules.stream().map(Rule::info).toList();
    List<String> settings = new ArrayList<>();
    settings.add(Runtime.version().toString()); // whose classes tell what methods of the JDK return
    settings.add(Limits.DEFAULT.toString());
    infos.forEach(rule -> settings.add(rule.id()));
    settings.add("live on");
    settings.addAll(options.liveOn());
    settings.add("classpath");
    options.classpath().forEach(entry -> settings.add(entry.toString()));
    settings.add("release " + options.release().feature());
    settings.add("models");
    settings.addAll(options.models().contents());
    this.key = new Key(settings);
  }

  List<Outcome> analyse(List<List<SourceFile>> groups, Progress progress) {
    AtomicReferenceArray<Outcome> outcomes = new AtomicReferenceArray<>(groups.size());
    AtomicInteger next = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    int threads = Math.max(1, Math.min(options.threads(), groups.size()));
    int parsers = Math.max(1, options.threads() / threads);
    Workers.run(
        threads,
        () -> {
          int i = next.getAndIncrement();
          if (i >= groups.size()) {
            return false;
          }
          outcomes.set(i, outcome(groups.get(i), parsers));
          progress.advance(done.incrementAndGet(), groups.size());
          return true;
        });
    library.learned().ifPresent(models -> options.cache().put(modelsKey, models));
    List<Outcome> all = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      all.add(outcomes.get(i));
    }
    return all;
  }

  /** What becomes of one group, from the cache if it has been there; failures are not kept. */
  Outcome outcome(List<SourceFile> files, int parsers) {
    Cache cache = options.cache();
    return cache
        .get(key, files, infos)
        .orElseGet(() -> {
          Outcome outcome;
          try {
            outcome = compute(files, parsers);
          } catch (RuntimeException | StackOverflowError e) {
            return Outcome.failure(files, e);
          }
          cache.put(key, files, outcome);
          return outcome;
        });
  }

  /** Remembers more of a group than its analysis has found out. */
  void remember(List<SourceFile> files, Outcome outcome) {
    options.cache().put(key, files, outcome);
  }

  private Outcome compute(List<SourceFile> files, int parsers) {
    List<Notification> notifications = new ArrayList<>();
    List<Suppression> suppressions = new ArrayList<>();
    Map<SourceFile, Declarations> declarations = new HashMap<>();
    Owners owners = new Owners(options.liveOn());
    Program program =
        Lowering.lower(
            files,
            library,
            parsers,
            notifications::add,
            unit -> {
              declarations.put(unit.file(), Declarations.in(unit.tree()));
              Suppressions read = Suppressions.in(unit.file(), unit.tree());
              suppressions.addAll(read.suppressions());
              notifications.addAll(read.notifications());
              owners.see(unit.file(), unit.tree());
            });
    List<Exploration> explorations = new Explorations(program, Limits.DEFAULT).explore();
    Pass pass = new Pass(program, explorations);
    rules.forEach(rule -> rule.check(pass));
    notifications.addAll(Undecided.notifications(explorations));
    List<Finding> findings =
        pass.findings().stream()
            .filter(finding -> !owners.allow(finding))
            .map(f -> f.in(declarations.getOrDefault(f.site().file(), Declarations.NONE)))
            .toList();
    return new Outcome(
        findings,
        suppressions,
        notifications,
        program.functions().size(),
        explorations.size(),
        explorations.stream().mapToLong(Exploration::states).sum());
  }
}
