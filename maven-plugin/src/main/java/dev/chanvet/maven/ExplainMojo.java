package dev.chanvet.maven;

import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Explains the rule that {@code chanvet.rule} names, or lists all rules. */
@Mojo(name = "explain", requiresProject = false, threadSafe = true)
public final class ExplainMojo extends ToolMojo {
  /** The rule's id, such as {@code double-close}. */
  @Parameter(property = "chanvet.rule")
  private @Nullable String rule;

  @Override
  public void execute() throws MojoExecutionException {
    List<String> words = rule == null ? List.of("rules") : List.of("explain", rule);
    tool().run(root(), words).lines().forEach(line -> getLog().info(line));
  }
}
