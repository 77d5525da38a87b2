package dev.chanvet.analyzer.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.util.JavacTask;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The models are Java that a compiler accepts, in the place of the classes that they stand for. */
class ModelSourcesTest {
  private static final Path ROOT = Path.of("src/main/resources/dev/chanvet/models");

  @TempDir Path generated;

  @Test
  void everyModelCompiles() throws IOException {
    writeMachine();
    assertThat(errors()).isEmpty();
  }

  @Test
  void aSlipIsFound() throws IOException {
    writeMachine();
    write(
        "java/util/Slip.java",
        "package java.util; class Slip { int x = dev.chanvet.model.Machine.sequence(); }");
    assertThat(errors()).singleElement().asString().contains("Slip.java");
  }

  @Test
  void everyModelStandsWhereItsNameSaysAndTellsWhatItKeeps() throws IOException {
    for (Path file : javaFiles(ROOT)) {
      String text = Files.readString(file);
      String folder = ROOT.relativize(file).getParent().toString().replace(File.separatorChar, '.');
      assertThat(text).as("package of %s", file).startsWith("package " + folder + ";\n");
      assertThat(text).as("Javadoc of %s", file).containsPattern("(?s)/\\*\\*.*?\\bKept:\\s");
    }
  }

  private void writeMachine() throws IOException {
    write("dev/chanvet/model/Machine.java", MachineSource.text());
  }

  private void write(String name, String text) throws IOException {
    Path file = generated.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static List<Path> javaFiles(Path root) throws IOException {
    try (Stream<Path> tree = Files.walk(root)) {
      return tree.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  /**
   * What the compiler says when it reads models and generated sources as a part of {@code
   * java.base}.
   */
  private List<String> errors() throws IOException {
    JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    String patch = "java.base=" + ROOT.toAbsolutePath() + File.pathSeparator + generated;
    List<String> options =
        List.of("--patch-module", patch, "-proc:none", "-implicit:none", "-Xmaxerrs", "1000");
    List<Path> files =
        Stream.concat(javaFiles(ROOT).stream(), javaFiles(generated).stream()).toList();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  diagnostics,
                  options,
                  null,
                  manager.getJavaFileObjectsFromPaths(files));
      task.parse();
      task.analyze();
    }
    return diagnostics.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .map(ModelSourcesTest::described)
        .toList();
  }

  private static String described(Diagnostic<? extends JavaFileObject> diagnostic) {
    String file = diagnostic.getSource() == null ? "" : diagnostic.getSource().getName();
    return file + ":" + diagnostic.getLineNumber() + ": " + diagnostic.getMessage(Locale.ROOT);
  }
}
