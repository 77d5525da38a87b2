package dev.chanvet.maven;

import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Analyses a module, prints the findings, and fails the build if there are too many. */
@Mojo(
    name = "check",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresDependencyResolution = ResolutionScope.TEST,
    threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the fields
public final class CheckMojo extends ReportingMojo {
  /**
   * From which level on findings count: {@code error}, {@code warning}, {@code note} or {@code
   * never}. Default: what the settings say, or {@code warning}.
   */
  @Parameter(property = "chanvet.failOn")
  private @Nullable String failOn;

  /** How many findings that count a module may have. */
  @Parameter(property = "chanvet.maxAllowedFindings", defaultValue = "0")
  private int maxAllowedFindings;

  @Override
  void judge(List<Finding> findings, Path report)
      throws MojoExecutionException, MojoFailureException {
    FailOn level = failOn == null ? FailOn.of(settings()) : FailOn.of(failOn);
    long count = level.count(findings);
    if (count > maxAllowedFindings) {
      String number = count == 1 ? "1 finding" : count + " findings";
      String where = level == FailOn.ERROR ? " of level error" : "";
      String bound = maxAllowedFindings == 0 ? "" : ", and " + maxAllowedFindings + " are allowed";
      throw new MojoFailureException(
          "chanvet has "
              + number
              + where
              + bound
              + "; see the log above, or "
              + places().name(report));
    }
  }
}
