package dev.chanvet.analyzer;

import dev.chanvet.analyzer.cache.Outcome;
import dev.chanvet.analyzer.finding.AnalysisResult;
import dev.chanvet.analyzer.finding.Finding;
import dev.chanvet.analyzer.finding.Fix;
import dev.chanvet.analyzer.finding.Proposal;
import dev.chanvet.analyzer.fix.Fixes;
import dev.chanvet.analyzer.source.Site;
import dev.chanvet.analyzer.source.SourceFile;
import dev.chanvet.analyzer.syntax.Diagnostics;
import dev.chanvet.analyzer.syntax.LargeStack;
import dev.chanvet.analyzer.syntax.ParsedFiles;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Looks for fixes: edits the text as the rules propose, analyses the edited groups, and keeps what
 * mends the finding and brings nothing new. Nothing is written to any source file.
 */
public final class FixSearch {
  /**
   * What the search may cost besides what the analysis has cost, in functions and states of the
   * groups that are analysed again. A count and no time, so that each run finds the same.
   */
  private static final long EFFORT = 5_000;

  /** In how many groups a file may be that is edited. */
  private static final int MOST_GROUPS = 4;

  private record Place(String rule, Site site) {
    static Place of(Finding finding) {
      return new Place(finding.rule().id(), finding.site());
    }
  }

  private final AnalysisOptions options;
  private final GroupAnalysis analysis;
  private final List<List<SourceFile>> groups;
  private final List<Outcome> outcomes;

  FixSearch(
      AnalysisOptions options,
      GroupAnalysis analysis,
      List<List<SourceFile>> groups,
      List<Outcome> outcomes) {
    this.options = options;
    this.analysis = analysis;
    this.groups = List.copyOf(groups);
    this.outcomes = new ArrayList<>(outcomes);
  }

  /**
   * The result with a fix for each finding for which there is one.
   *
   * @param thorough whether to look however long it takes
   */
  public AnalysisResult seek(AnalysisResult result, boolean thorough) {
    List<Finding> wanted = affordable(result.findings(), thorough);
    Map<Place, Optional<Fix>> found = new ConcurrentHashMap<>();
    AtomicInteger next = new AtomicInteger();
    Workers.run(
        Math.max(1, Math.min(options.threads(), wanted.size())),
        () -> {
          int i = next.getAndIncrement();
          if (i >= wanted.size()) {
            return false;
          }
          Finding finding = wanted.get(i);
          if (!finding.proposals().isEmpty()) {
            found.put(Place.of(finding), fix(finding));
          }
          return true;
        });
    remember(found);
    Set<Place> shown = new HashSet<>();
    wanted.forEach(finding -> shown.add(Place.of(finding)));
    return result.map(finding -> {
      Place place = Place.of(finding);
      Optional<Fix> fix = found.getOrDefault(place, Optional.ofNullable(finding.fix()));
      return Optional.of(finding.with(shown.contains(place) ? fix.orElse(null) : null));
    });
  }

  /**
   * The fixes of a result that can be made together: all that they mend is gone then, and nothing
   * new has come.
   */
  public List<Mended> together(AnalysisResult result) {
    List<Mended> chosen = new ArrayList<>();
    for (Finding finding : result.findings()) {
      Fix fix = finding.fix();
      if (fix != null && chosen.stream().noneMatch(other -> fix.collidesWith(other.fix()))) {
        List<Mended> more = new ArrayList<>(chosen);
        more.add(new Mended(finding, fix));
        List<Mended> near = near(more, fix.file());
        if (near.size() == 1 || mends(near)) {
          chosen = more;
        }
      }
    }
    return List.copyOf(chosen);
  }

  /** A finding and what mends it. */
  public record Mended(Finding finding, Fix fix) {}

  /** Those whose fixes are in a group with a file. */
  private List<Mended> near(List<Mended> all, SourceFile file) {
    Set<SourceFile> around = new HashSet<>();
    groupsOf(Set.of(file)).forEach(group -> around.addAll(groups.get(group)));
    return all.stream().filter(one -> around.contains(one.fix().file())).toList();
  }

  /** Those that have a fix or may have one, up to the effort that is spent. */
  private List<Finding> affordable(List<Finding> findings, boolean thorough) {
    List<Finding> some = new ArrayList<>();
    long effort = 0;
    long most = EFFORT + outcomes.stream().mapToLong(FixSearch::cost).sum();
    for (Finding finding : findings) {
      if (finding.fix() != null || !finding.proposals().isEmpty()) {
        for (int group : groupsOf(Set.of(finding.site().file()))) {
          effort += cost(outcomes.get(group));
        }
        if (thorough || effort <= most) {
          some.add(finding);
        }
      }
    }
    return some;
  }

  private static long cost(Outcome outcome) {
    return outcome.functions() + outcome.states();
  }

  private Optional<Fix> fix(Finding finding) {
    for (Proposal proposal : finding.proposals()) {
      Optional<Fix> fix =
          edit(proposal).filter(candidate -> mends(List.of(new Mended(finding, candidate))));
      if (fix.isPresent()) {
        return fix;
      }
    }
    return Optional.empty();
  }

  private Optional<Fix> edit(Proposal proposal) {
    SourceFile file = proposal.site().file();
    Diagnostics nobody = new Diagnostics(notification -> {});
    return LargeStack.call(() ->
        ParsedFiles.parse(List.of(file), options.release(), 1, nobody).stream()
            .findFirst()
            .flatMap(unit -> Fixes.of(proposal, file, unit.tree())));
  }

  /** Whether some fixes, made together, mend all that they should and bring nothing new. */
  private boolean mends(List<Mended> all) {
    List<Fix> fixes = all.stream().map(Mended::fix).toList();
    List<Finding> findings = all.stream().map(Mended::finding).toList();
    Map<SourceFile, SourceFile> edited = new HashMap<>();
    for (Fix fix : fixes) {
      edited.computeIfAbsent(fix.file(), file -> file.withText(Fix.apply(file, fixes)));
    }
    List<Integer> affected = groupsOf(edited.keySet());
    return !affected.isEmpty()
        && affected.size() <= MOST_GROUPS * all.size()
        && affected.stream()
            .allMatch(group -> {
              List<SourceFile> after =
                  groups.get(group).stream().map(file -> edited.getOrDefault(file, file)).toList();
              Outcome mended = analysis.outcome(after, 1);
              return !mended.failed()
                  && new Improvement(outcomes.get(group), mended).isWithout(findings);
            });
  }

  private List<Integer> groupsOf(Collection<SourceFile> files) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      if (groups.get(i).stream().anyMatch(files::contains)) {
        found.add(i);
      }
    }
    return found;
  }

  /** Puts into the cache what has been found, so that it need not be looked for again. */
  private void remember(Map<Place, Optional<Fix>> found) {
    for (int i = 0; i < groups.size(); i++) {
      Outcome outcome = outcomes.get(i);
      if (outcome.findings().stream().anyMatch(finding -> found.containsKey(Place.of(finding)))) {
        Outcome more =
            outcome.with(
                outcome.findings().stream()
                    .map(finding -> {
                      Optional<Fix> fix = found.get(Place.of(finding));
                      return fix == null ? finding : finding.with(fix.orElse(null));
                    })
                    .toList());
        outcomes.set(i, more);
        analysis.remember(groups.get(i), more);
      }
    }
  }
}
