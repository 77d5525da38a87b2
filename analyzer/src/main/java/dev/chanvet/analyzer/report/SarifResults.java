package dev.chanvet.analyzer.report;

import de.jcup.sarif_2_1_0.model.Location;
import de.jcup.sarif_2_1_0.model.LogicalLocation;
import de.jcup.sarif_2_1_0.model.PartialFingerprints;
import de.jcup.sarif_2_1_0.model.PropertyBag;
import de.jcup.sarif_2_1_0.model.Result;
import de.jcup.sarif_2_1_0.model.Suppression;
import dev.chanvet.analyzer.finding.AllowedFinding;
import dev.chanvet.analyzer.finding.Finding;
import dev.chanvet.analyzer.finding.Fingerprints;
import dev.chanvet.analyzer.finding.Message;
import dev.chanvet.analyzer.finding.Related;
import dev.chanvet.analyzer.finding.RuleInfo;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Findings as SARIF's results.
 *
 * @param rules in the order of the driver's
 * @param anyAllowed whether the run has suppressed results; then each result says whether it is one
 * @param anyKnown whether a baseline knows any of them; then each result says whether it is new
 */
record SarifResults(
    SarifLocations locations,
    List<RuleInfo> rules,
    Fingerprints fingerprints,
    boolean anyAllowed,
    boolean anyKnown) {

  Result reported(Finding finding) {
    Result result = result(finding, anyAllowed ? Set.of() : null);
    result.setBaselineState(anyKnown ? Result.BaselineState.NEW : null);
    return result;
  }

  Result known(Finding finding) {
    Result result = result(finding, anyAllowed ? Set.of() : null);
    result.setBaselineState(Result.BaselineState.UNCHANGED);
    return result;
  }

  Result allowed(AllowedFinding allowed) {
    Suppression suppression = new Suppression();
    suppression.setKind(Suppression.Kind.IN_SOURCE);
    suppression.setStatus(Suppression.Status.ACCEPTED);
    suppression.setJustification(allowed.suppression().reason());
    suppression.setLocation(locations.location(allowed.suppression().site()));
    Result result = result(allowed.finding(), Set.of(suppression));
    result.setBaselineState(anyKnown ? Result.BaselineState.NEW : null);
    return result;
  }

  private Result result(Finding finding, @Nullable Set<Suppression> suppressions) {
    Result result = new Result();
    result.setRuleId(finding.rule().id());
    result.setRuleIndex(rules.indexOf(finding.rule()));
    result.setLevel(
        switch (finding.severity()) {
          case ERROR -> Result.Level.ERROR;
          case WARNING -> Result.Level.WARNING;
          case NOTE -> Result.Level.NOTE;
        });
    result.setLocations(List.of(primary(finding)));
    result.setRelatedLocations(related(finding.related()));
    result.setPartialFingerprints(partial(fingerprints.of(finding)));
    result.setRank(finding.rank());
    result.setProperties(properties(finding));
    String text = text(finding);
    if (finding.witness() != null) {
      SarifTrace trace = SarifTrace.of(finding, finding.witness(), locations);
      text += "\n\n" + plain(trace.text());
      result.setCodeFlows(trace.codeFlows());
      result.setGraphs(Set.of(trace.graph()));
    }
    result.setMessage(SarifLocations.message(text));
    result.setSuppressions(suppressions);
    if (finding.fix() != null) {
      result.setFixes(Set.of(new SarifFix(locations).of(finding.fix())));
    }
    return result;
  }

  /** Sentences, with a link to each related location. */
  private static String text(Finding finding) {
    Message message = finding.message();
    StringBuilder text = new StringBuilder();
    text.append(sentence(message.what() + ": " + message.why()));
    text.append(' ').append(sentence(message.whatToDo()));
    for (int i = 0; i < finding.related().size(); i++) {
      text.append(i == 0 ? " See: " : ", ");
      text.append("[%s](%d)".formatted(plain(finding.related().get(i).message()), i + 1));
    }
    text.append(finding.related().isEmpty() ? "" : ".");
    return text.toString();
  }

  private static String sentence(String text) {
    return Character.toUpperCase(text.charAt(0)) + plain(text.substring(1)) + ".";
  }

  /** Brackets before a parenthesis would be a link. */
  private static String plain(String text) {
    return text.replace("](", "] (");
  }

  private Location primary(Finding finding) {
    LogicalLocation declaration = new LogicalLocation();
    declaration.setFullyQualifiedName(finding.declaration());
    declaration.setKind("function");
    Location location = locations.location(finding.site());
    location.setLogicalLocations(Set.of(declaration));
    return location;
  }

  private Set<Location> related(List<Related> related) {
    Set<Location> all = new LinkedHashSet<>();
    for (Related one : related) {
      Location location = locations.location(one.site(), one.message());
      location.setId(all.size() + 1);
      all.add(location);
    }
    return all;
  }

  /** The second name is the one by which GitHub recognizes results. */
  private static PartialFingerprints partial(String fingerprint) {
    PartialFingerprints partial = new PartialFingerprints();
    partial.setAdditionalProperty("chanvet/v1", fingerprint);
    partial.setAdditionalProperty("primaryLocationLineHash", fingerprint + ":1");
    return partial;
  }

  private static PropertyBag properties(Finding finding) {
    PropertyBag properties = new PropertyBag();
    properties.setAdditionalProperty("confirmed", finding.confirmed());
    properties.setAdditionalProperty("subject", finding.subject());
    if (!finding.assumptions().isEmpty()) {
      properties.setAdditionalProperty("assumptions", finding.assumptions());
    }
    return properties;
  }
}
