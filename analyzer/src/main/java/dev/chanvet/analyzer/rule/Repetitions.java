package dev.chanvet.analyzer.rule;

import dev.chanvet.analyzer.finding.Finding;
import dev.chanvet.analyzer.source.Site;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One defect is reported once, however many roots and schedules show it. */
public final class Repetitions {
  private static final Comparator<Finding> BEST =
      Comparator.comparing(Finding::severity)
          .thenComparing(Comparator.comparingDouble(Finding::rank).reversed())
          .thenComparingInt(Repetitions::length)
          .thenComparing(Comparator.naturalOrder());

  private record Place(String rule, Site site) {}

  private Repetitions() {}

  /** For each rule and site, the finding that is easiest to believe. */
  public static List<Finding> without(Collection<Finding> findings) {
    Map<Place, Finding> best = new LinkedHashMap<>();
    for (Finding finding : findings) {
      best.merge(
          new Place(finding.rule().id(), finding.site()),
          finding,
          (a, b) -> BEST.compare(a, b) <= 0 ? a : b);
    }
    return new ArrayList<>(best.values());
  }

  private static int length(Finding finding) {
    return finding.witness() == null ? Integer.MAX_VALUE : finding.witness().steps().size();
  }
}
