package dev.chanvet.analyzer.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import de.jcup.sarif_2_1_0.model.ArtifactLocation;
import de.jcup.sarif_2_1_0.model.Invocation;
import de.jcup.sarif_2_1_0.model.OriginalUriBaseIds;
import de.jcup.sarif_2_1_0.model.Result;
import de.jcup.sarif_2_1_0.model.Run;
import de.jcup.sarif_2_1_0.model.RunAutomationDetails;
import de.jcup.sarif_2_1_0.model.SarifSchema210;
import de.jcup.sarif_2_1_0.model.Tool;
import dev.chanvet.analyzer.finding.AnalysisResult;
import dev.chanvet.analyzer.source.Notification;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * SARIF 2.1.0, in the shape that all the viewers understand: URIs relative to {@code %SRCROOT%},
 * plain text in messages, all four numbers and the text of each region.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">the standard</a>
 */
final class SarifReport implements Report {
  private static final URI SCHEMA = URI.create("https://json.schemastore.org/sarif-2.1.0.json");

  /** GitHub refuses a log that has more. */
  static final int MOST_RESULTS = 25_000;

  private static final Comparator<Result.Level> WORST_FIRST = Comparator.reverseOrder();

  @Override
  public void write(AnalysisResult result, ReportContext context, Appendable out)
      throws IOException {
    try {
      out.append(SarifMapper.writer().writeValueAsString(log(result, context))).append("\n");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a SARIF log that cannot be written", e);
    }
  }

  private static SarifSchema210 log(AnalysisResult result, ReportContext context) {
    SarifLocations locations = new SarifLocations(context);
    Run run = new Run();
    run.setTool(new Tool());
    run.getTool().setDriver(new SarifDriver(context).of());
    run.setOriginalUriBaseIds(bases());
    run.setColumnKind(Run.ColumnKind.UTF_16_CODE_UNITS);
    run.setAutomationDetails(new RunAutomationDetails());
    run.getAutomationDetails().setId("chanvet/");
    List<Result> results = results(result, context, locations);
    run.setInvocations(List.of(invocation(result, results.size(), locations)));
    run.setResults(results.stream().limit(MOST_RESULTS).toList());

    SarifSchema210 log = new SarifSchema210();
    log.set$schema(SCHEMA);
    log.setVersion(SarifSchema210.Version._2_1_0);
    log.setRuns(List.of(run));
    return log;
  }

  private static List<Result> results(
      AnalysisResult result, ReportContext context, SarifLocations locations) {
    SarifResults results =
        new SarifResults(
            locations,
            context.rules(),
            result.fingerprints(),
            !result.allowed().isEmpty(),
            !result.known().isEmpty());
    List<Result> all =
        Stream.of(
                result.findings().stream().map(results::reported),
                result.known().stream().map(results::known),
                result.allowed().stream().map(results::allowed))
            .flatMap(each -> each)
            .toList();
    return all.size() <= MOST_RESULTS
        ? all
        : all.stream().sorted(Comparator.comparing(Result::getLevel, WORST_FIRST)).toList();
  }

  private static Invocation invocation(
      AnalysisResult result, int results, SarifLocations locations) {
    List<Notification> notifications = new ArrayList<>(result.notifications());
    if (results > MOST_RESULTS) {
      notifications.add(
          Notification.of(
              Notification.Level.WARNING,
              "results-left-out",
              "only the worst %d of %d results are in this log".formatted(MOST_RESULTS, results)));
    }
    Invocation invocation = new Invocation();
    invocation.setExecutionSuccessful(true);
    invocation.setToolExecutionNotifications(
        notifications.stream().map(locations::notification).toList());
    return invocation;
  }

  /** Declared without a URI: where the sources lie is the reader's business. */
  private static OriginalUriBaseIds bases() {
    ArtifactLocation root = new ArtifactLocation();
    root.setDescription(SarifLocations.message("The root of the source tree."));
    OriginalUriBaseIds bases = new OriginalUriBaseIds();
    bases.setAdditionalProperty(SarifLocations.ROOT, root);
    return bases;
  }
}
