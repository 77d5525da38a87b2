package dev.chanvet.analyzer.report;

import dev.chanvet.analyzer.finding.AnalysisResult;
import dev.chanvet.analyzer.finding.Finding;
import dev.chanvet.analyzer.finding.Fix;
import dev.chanvet.analyzer.finding.GoroutineEnd;
import dev.chanvet.analyzer.finding.Message;
import dev.chanvet.analyzer.finding.Related;
import dev.chanvet.analyzer.finding.RuleInfo;
import dev.chanvet.analyzer.finding.Severity;
import dev.chanvet.analyzer.finding.Statistics;
import dev.chanvet.analyzer.finding.Suppression;
import dev.chanvet.analyzer.finding.TextEdit;
import dev.chanvet.analyzer.finding.Witness;
import dev.chanvet.analyzer.finding.WitnessStep;
import dev.chanvet.analyzer.source.Notification;
import dev.chanvet.analyzer.source.Site;
import dev.chanvet.analyzer.source.SourceFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Results with everything in them that a report can trip over. */
final class SampleResults {
  static final Path ROOT = Path.of("/work space/größe");

  private static final RuleInfo DOUBLE_CLOSE =
      RuleInfo.of(
          "double-close",
          Severity.ERROR,
          "a channel is closed that is closed already",
          "The second close panics.\n\n```java\nresults.close();\nresults.close(); // wrong\n```\n",
          List.of("concurrency", "channels"));
  private static final RuleInfo LEAKED_SENDER =
      RuleInfo.of(
          "leaked-sender",
          Severity.ERROR,
          "a goroutine is blocked in send for ever",
          "Nobody receives any more.\n",
          List.of("concurrency", "channels"));

  static final List<RuleInfo> RULES = List.of(LEAKED_SENDER, DOUBLE_CLOSE);
  static final ReportContext CONTEXT = new ReportContext(RULES, ROOT, "1.2.3", false);

  private static final SourceFile FEED =
      SourceFile.of(
          "src/Über uns/Feed.java",
          ROOT.resolve("src/Über uns/Feed.java"),
          """
          class Feed {
            void run() {
              Channel<String> results = Channel.make();
          \tgo(() -> results.send("\uD83D\uDE00 <&>")); results.close();
              results.close();
              // chanvet:allow double-close - a test of suppressions, 100% sure
              results.close();
            }
          }
          """);
  private static final SourceFile LIBRARY =
      SourceFile.of(
          "lib-sources.jar!/org/acme/Pump.java", "class Pump { void pump() { out.send(1); } }");

  private SampleResults() {}

  /** Two findings of different files, one allowed finding, and all kinds of notifications. */
  static AnalysisResult full() {
    return AnalysisResult.of(
        RULES,
        List.of(leakedSender(), doubleClose(5), doubleClose(7)),
        List.of(
            new Suppression(
                Suppression.Kind.COMMENT,
                Set.of("double-close"),
                "a test of suppressions, 100% sure",
                site(FEED, "// chanvet", "sure"),
                6,
                7),
            new Suppression(
                Suppression.Kind.ANNOTATION,
                Set.of(Suppression.ALL),
                null,
                Site.at(LIBRARY, 1, 1),
                3,
                4)),
        List.of(
            Notification.of(
                Notification.Level.ERROR,
                "unreadable-file",
                "permission denied",
                ROOT + "/src/No, Way.java"),
            Notification.of(
                Notification.Level.WARNING,
                "budget",
                "stopped after 1,000 states",
                site(FEED, "run", "run"))),
        new Statistics(14, 2, 3, 1, 40, Duration.ofMillis(12)));
  }

  /** Nothing at all. */
  static AnalysisResult clean() {
    return new AnalysisResult(List.of(), List.of(), List.of(), List.of(), Statistics.NONE);
  }

  private static Finding doubleClose(int line) {
    Site first = new Site(FEED, 4, 42, 4, 56);
    Site second = new Site(FEED, line, 5, line, 19);
    Site made = site(FEED, "Channel.make()", "make()");
    Site send = site(FEED, "results.send", "<&>\")");
    Finding finding =
        finding(
            DOUBLE_CLOSE,
            Severity.ERROR,
            new Message(
                "second close of 'results'",
                "it was closed in line 4, whatever happens",
                "close it once, where the last value was sent"),
            second,
            List.of(
                new Related(made, "'results' is made here"),
                new Related(first, "closed here [1](2)")),
            new Witness(
                List.of(
                    new WitnessStep(0, "main", made, "makes 'results'"),
                    new WitnessStep(0, "main", send, "starts goroutine 1"),
                    new WitnessStep(0, "main", first, "closes 'results'"),
                    new WitnessStep(0, "main", second, "closes 'results' again")),
                List.of(
                    new GoroutineEnd(
                        0,
                        "main",
                        GoroutineEnd.State.PANICKED,
                        second,
                        "panics: close of closed channel"),
                    new GoroutineEnd(
                        1, "goroutine 1", GoroutineEnd.State.RUNNING, null, "has not run yet"))),
            true,
            List.of());
    return line == 5 ? finding.with(withoutLine5()) : finding;
  }

  private static Fix withoutLine5() {
    return new Fix(
        "remove the close in line 5",
        List.of(
            new TextEdit(FEED, FEED.offset(5, 1), FEED.offset(6, 1), ""),
            new TextEdit(FEED, FEED.offset(4, 2), FEED.offset(4, 2), "/* <\u00e9> */ ")));
  }

  private static Finding leakedSender() {
    return finding(
        LEAKED_SENDER,
        Severity.WARNING,
        new Message("send to 'out' may block for ever", "nobody receives", "receive, or give up"),
        new Site(LIBRARY, 1, 28, 1, 38),
        List.of(),
        null,
        false,
        List.of("pump() is called once"));
  }

  private static Finding finding(
      RuleInfo rule,
      Severity severity,
      Message message,
      Site site,
      List<Related> related,
      @Nullable Witness witness,
      boolean confirmed,
      List<String> assumptions) {
    return new Finding(
        rule,
        severity,
        message,
        site,
        site.file().equals(FEED) ? "Feed.run()" : "org.acme.Pump.pump()",
        "results",
        related,
        witness,
        confirmed,
        confirmed ? 100 : 60,
        assumptions);
  }

  /** The site from the start of one text to the end of another one, both on one line. */
  private static Site site(SourceFile file, String from, String to) {
    int start = file.text().indexOf(from);
    int end = file.text().indexOf(to, start) + to.length() - 1;
    return new Site(
        file, file.lineAt(start), file.columnAt(start), file.lineAt(end), file.columnAt(end));
  }
}
