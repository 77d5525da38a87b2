package dev.chanvet.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Joins the reports of all modules of the build to one, {@code target/chanvet/aggregate.sarif} of
 * the root. Analyses nothing and never fails because of findings: run it behind the analysis, as in
 * {@code mvn verify chanvet:aggregate}.
 */
@Mojo(name = "aggregate", aggregator = true, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the fields
public final class AggregateMojo extends AbstractMojo {
  private static final String REPORT = "chanvet/aggregate.sarif";

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  /** Whether to do nothing. */
  @Parameter(property = "chanvet.skip", defaultValue = "false")
  private boolean skip;

  @Override
  public void execute() throws MojoExecutionException {
    if (skip) {
      getLog().info("chanvet is skipped");
      return;
    }
    try {
      aggregate();
    } catch (IOException e) {
      throw new MojoExecutionException("chanvet could not join the reports: " + e, e);
    }
  }

  private void aggregate() throws IOException {
    List<SarifLog> logs = new ArrayList<>();
    for (MavenProject module : session.getProjects()) {
      Path report = buildFolder(module).resolve(AnalysisMojo.REPORT);
      if (Files.exists(report)) {
        logs.add(SarifLog.read(report));
      } else if (hasSources(module)) {
        getLog().warn(module.getName() + " has no report; run chanvet:check or chanvet:analyze");
      }
    }
    Path target = buildFolder(session.getTopLevelProject()).resolve(REPORT);
    if (logs.isEmpty()) {
      Files.deleteIfExists(target);
      getLog().info("chanvet: no reports to join");
      return;
    }
    SarifLog all = Aggregation.of(logs);
    all.write(target);
    Path root = session.getRequest().getMultiModuleProjectDirectory().toPath();
    Places places = Places.in(root);
    String modules = logs.size() == 1 ? "1 module" : logs.size() + " modules";
    String summary = Summary.of(all, all.findings(places));
    getLog().info(summary + " in " + modules + "; report: " + places.name(target));
  }

  private static Path buildFolder(MavenProject module) {
    return Path.of(module.getBuild().getDirectory());
  }

  private static boolean hasSources(MavenProject module) {
    return module.getCompileSourceRoots().stream().anyMatch(root -> Files.exists(Path.of(root)));
  }
}
