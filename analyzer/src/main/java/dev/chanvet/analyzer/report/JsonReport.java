package dev.chanvet.analyzer.report;

import dev.chanvet.analyzer.finding.AllowedFinding;
import dev.chanvet.analyzer.finding.AnalysisResult;
import dev.chanvet.analyzer.finding.Finding;
import dev.chanvet.analyzer.finding.Fingerprints;
import dev.chanvet.analyzer.finding.Fix;
import dev.chanvet.analyzer.finding.Suppression;
import dev.chanvet.analyzer.finding.TextEdit;
import dev.chanvet.analyzer.finding.Witness;
import dev.chanvet.analyzer.source.Notification;
import dev.chanvet.analyzer.source.Site;
import dev.chanvet.analyzer.source.SourceFile;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * All of the result as JSON. Its schema is {@code docs/schema/report.schema.json}; members may be
 * added to it, none will change its meaning while {@code version} is 1.
 */
final class JsonReport implements Report {
  private static final int VERSION = 1;

  @Override
  public void write(AnalysisResult result, ReportContext context, Appendable out)
      throws IOException {
    out.append(new Document(context, result.fingerprints()).of(result));
  }

  private record Document(JsonWriter json, ReportContext context, Fingerprints fingerprints) {

    Document(ReportContext context, Fingerprints fingerprints) {
      this(new JsonWriter(), context, fingerprints);
    }

    String of(AnalysisResult result) {
      List<AllowedFinding> allowed = result.allowed();
      json.object(() ->
          json.member("version", VERSION)
              .object(
                  "tool", () -> json.member("name", "chanvet").member("version", context.version()))
              .member("complete", result.complete())
              .member("files", result.statistics().files())
              .array("findings", result.findings(), finding -> json.object(() -> members(finding)))
              .array("known", result.known(), finding -> json.object(() -> members(finding)))
              .array("allowed", allowed, entry -> json.object(() -> members(entry)))
              .array(
                  "notifications",
                  result.notifications(),
                  notification -> json.object(() -> members(notification))));
      return json.toString();
    }

    private void members(Finding finding) {
      json.member("rule", finding.rule().id())
          .member("severity", finding.severity().label())
          .object(
              "message",
              () ->
                  json.member("what", finding.message().what())
                      .member("why", finding.message().why())
                      .member("whatToDo", finding.message().whatToDo()));
      location(finding.site());
      json.member("declaration", finding.declaration())
          .member("subject", finding.subject())
          .member("confirmed", finding.confirmed())
          .member("rank", finding.rank())
          .array("assumptions", finding.assumptions())
          .array(
              "related",
              finding.related(),
              related ->
                  json.object(() -> {
                    location(related.site());
                    json.member("message", related.message());
                  }));
      if (finding.witness() != null) {
        witness(finding.witness());
      }
      if (finding.fix() != null) {
        fix(finding.fix());
      }
      json.member("fingerprint", fingerprints.of(finding)).member("help", finding.rule().help());
    }

    private void fix(Fix fix) {
      json.object(
          "fix",
          () ->
              json.member("title", fix.title())
                  .array(
                      "edits",
                      fix.edits(),
                      edit ->
                          json.object(() -> {
                            range(edit);
                            json.member("text", edit.text());
                          })));
    }

    /** The end is exclusive, and equal to the start where something is inserted. */
    private void range(TextEdit edit) {
      SourceFile file = edit.file();
      json.object(
          "location",
          () ->
              json.member("path", file.path())
                  .member("uri", context.uri(file))
                  .member("line", file.lineAt(edit.start()))
                  .member("column", file.columnAt(edit.start()))
                  .member("endLine", file.lineAt(edit.end()))
                  .member("endColumn", file.columnAt(edit.end())));
    }

    private void members(AllowedFinding entry) {
      Suppression suppression = entry.suppression();
      json.object("finding", () -> members(entry.finding()))
          .object(
              "suppression",
              () -> {
                json.member("kind", suppression.kind().name().toLowerCase(Locale.ROOT));
                location(suppression.site());
                json.member("reason", suppression.reason());
              });
    }

    private void members(Notification notification) {
      json.member("level", notification.level().name().toLowerCase(Locale.ROOT))
          .member("code", notification.code())
          .member("message", notification.message())
          .member("path", notification.path());
      if (notification.site() != null) {
        location(notification.site());
      }
    }

    private void witness(Witness witness) {
      json.object(
          "witness",
          () ->
              json.array(
                      "steps",
                      witness.steps(),
                      step ->
                          json.object(() -> {
                            json.member("goroutine", step.goroutine())
                                .member("name", step.goroutineName());
                            location(step.site());
                            json.member("message", step.message());
                          }))
                  .array(
                      "ends",
                      witness.ends(),
                      end ->
                          json.object(() -> {
                            json.member("goroutine", end.goroutine())
                                .member("name", end.goroutineName())
                                .member("state", end.state().label());
                            if (end.site() != null) {
                              location(end.site());
                            }
                            json.member("message", end.message());
                          })));
    }

    /** The end is exclusive, as in SARIF. */
    private void location(Site site) {
      json.object(
          "location",
          () ->
              json.member("path", site.file().path())
                  .member("uri", context.uri(site.file()))
                  .member("line", site.line())
                  .member("column", site.column())
                  .member("endLine", site.endLine())
                  .member("endColumn", site.endColumn() + 1));
    }
  }
}
