package dev.chanvet.maven;

import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.toolchain.ToolchainManager;
import org.jspecify.annotations.Nullable;

/** A goal that runs the command. */
@SuppressWarnings("NullAway.Init") // Maven sets the fields
abstract class ToolMojo extends AbstractMojo {
  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  @Parameter(defaultValue = "${plugin.artifacts}", readonly = true, required = true)
  private List<Artifact> pluginArtifacts;

  @Inject private ToolchainManager toolchains;

  /**
   * The home of the JDK, 21 or later, that the analysis runs on. If it is not given: the toolchain
   * of the module, the JDK that Maven runs on, or another one that is installed.
   */
  @Parameter(property = "chanvet.javaHome")
  private @Nullable String javaHome;

  final MavenSession session() {
    return session;
  }

  /** The folder that the command runs in and that paths are relative to. */
  final Path root() {
    return session
        .getRequest()
        .getMultiModuleProjectDirectory()
        .toPath()
        .toAbsolutePath()
        .normalize();
  }

  /**
   * The command on a JDK that is new enough.
   *
   * @throws MojoExecutionException if there is no such JDK
   */
  final Tool tool() throws MojoExecutionException {
    Path userHome = Path.of(System.getProperty("user.home"));
    Jdk jdk = new JdkSearch(toolchains, session, System.getenv(), userHome).find(javaHome);
    getLog().debug("chanvet runs on JDK " + jdk.feature() + ": " + jdk.home());
    return new Tool(jdk, pluginArtifacts.stream().map(a -> a.getFile().toPath()).toList());
  }
}
