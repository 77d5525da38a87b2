package dev.chanvet.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;

class CompilerReleaseTest {
  private final Plugin compiler = new Plugin();
  private final Model model = new Model();
  private final Properties commandLine = new Properties();

  @Test
  void nothingIsKnownIfNothingIsSaid() {
    assertThat(find()).isEmpty();
  }

  @Test
  void aPropertySaysIt() {
    model.getProperties().setProperty("maven.compiler.release", "17");

    assertThat(find()).contains(17);
  }

  @Test
  void theCommandLineWinsOverTheProperty() {
    model.getProperties().setProperty("maven.compiler.release", "17");
    commandLine.setProperty("maven.compiler.release", "21");

    assertThat(find()).contains(21);
  }

  @Test
  void theConfigurationWinsOverBoth() throws Exception {
    model.getProperties().setProperty("maven.compiler.release", "17");
    commandLine.setProperty("maven.compiler.release", "21");
    compiler.setConfiguration(configuration("<release>11</release>"));

    assertThat(find()).contains(11);
  }

  @Test
  void theReleaseWinsOverTheSourceLevel() {
    model.getProperties().setProperty("maven.compiler.release", "11");
    model.getProperties().setProperty("maven.compiler.source", "17");

    assertThat(find()).contains(11);
  }

  @Test
  void olderPomsHaveASourceLevelOnly() {
    model.getProperties().setProperty("maven.compiler.source", "1.8");

    assertThat(find()).contains(8);
  }

  @Test
  void testsMayBeNewer() throws Exception {
    compiler.setConfiguration(configuration("<release>11</release>"));
    PluginExecution tests = new PluginExecution();
    tests.setId("default-testCompile");
    tests.setConfiguration(configuration("<release>21</release>"));
    compiler.addExecution(tests);

    assertThat(find()).contains(21);
  }

  @Test
  void whatIsNoReleaseIsNotTakenForOne() {
    model.getProperties().setProperty("maven.compiler.release", "${unknown}");

    assertThat(find()).isEmpty();
  }

  private static Object configuration(String xml) throws Exception {
    return Xpp3DomBuilder.build(new StringReader("<configuration>" + xml + "</configuration>"));
  }

  private Optional<Integer> find() {
    compiler.setGroupId("org.apache.maven.plugins");
    compiler.setArtifactId("maven-compiler-plugin");
    model.setBuild(new Build());
    model.getBuild().addPlugin(compiler);
    return new CompilerRelease(new MavenProject(model), commandLine).find();
  }
}
