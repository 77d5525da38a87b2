package dev.chanvet.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Analyses a module and writes all its findings to the baseline, so that from now on only new ones
 * count. A baseline that several modules share keeps the entries of the others.
 */
@Mojo(name = "baseline", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
public final class BaselineMojo extends AnalysisMojo {
  @Override
  void conclude(SarifLog log, Path report) throws IOException, MojoExecutionException {
    Baseline fresh = Baseline.of(log);
    // Modules that are built in parallel may share the file.
    synchronized (BaselineMojo.class) {
      if (Files.exists(baseline())) {
        Baseline.read(baseline()).with(fresh, module(), places()).write(baseline());
      } else if (!fresh.entries().isEmpty()) {
        fresh.write(baseline());
      }
    }
    int size = fresh.entries().size();
    getLog()
        .info(
            size == 0
                ? "chanvet: no findings, nothing for the baseline"
                : "chanvet: " + size + " in the baseline " + places().name(baseline()));
  }
}
