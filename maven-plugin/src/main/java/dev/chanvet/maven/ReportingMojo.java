package dev.chanvet.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal that prints what was found. */
abstract class ReportingMojo extends AnalysisMojo {
  /** Whether to print each finding, with the schedule that reaches it. */
  @Parameter(property = "chanvet.console", defaultValue = "true")
  private boolean console;

  @Override
  final void conclude(SarifLog log, Path report)
      throws IOException, MojoExecutionException, MojoFailureException {
    Places places = places();
    List<Finding> findings = log.findings(places);
    if (console) {
      findings.forEach(this::print);
    }
    log.gaps(places).forEach(gap -> getLog().warn("Not fully analysed: " + gap));
    if (Files.exists(baseline())) {
      int stale = Baseline.read(baseline()).stale(log, module(), places).entries().size();
      if (stale > 0) {
        getLog().info(stale + " in the baseline no longer found; chanvet:baseline updates it");
      }
    }
    getLog().info(Summary.of(log, findings) + "; report: " + places.name(report));
    judge(findings, report);
  }

  /** What the findings mean for the build. */
  abstract void judge(List<Finding> findings, Path report)
      throws MojoExecutionException, MojoFailureException;

  private void print(Finding finding) {
    switch (finding.level()) {
      case ERROR -> getLog().error(finding.toString());
      case WARNING -> getLog().warn(finding.toString());
      case NOTE -> getLog().info(finding.toString());
    }
  }
}
