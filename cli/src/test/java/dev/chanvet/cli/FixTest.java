package dev.chanvet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanvet.analyzer.source.SourceFile;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is fixed compiles, has no finding any more, and is otherwise as it was. */
class FixTest {
  private static Path runtime;

  @TempDir Path folder;

  @BeforeEach
  void whereItReallyIs() throws IOException {
    folder = folder.toRealPath();
  }

  @Test
  void ofTwoClosesTheSecondGoes() throws IOException {
    assertFixed(
        """
        Channel<String> results = Channel.make(1);
        results.send("one");
        results.close();
        results.close(); // again
        """,
        """
        Channel<String> results = Channel.make(1);
        results.send("one");
        results.close();
        """);
  }

  @Test
  void aCloseGoesRatherThanThatInFinally() throws IOException {
    assertFixed(
        """
        Channel<String> results = Channel.make(1);
        try {
          results.send("one");
          results.close();
        } finally {
          results.close();
        }
        """,
        """
        Channel<String> results = Channel.make(1);
        try {
          results.send("one");
        } finally {
          results.close();
        }
        """);
  }

  @Test
  void theReceiversCloseGoesIfTheSenderCloses() throws IOException {
    assertFixed(
        """
        Channel<String> results = Channel.make();
        go(() -> {
          results.send("one");
          results.close();
        });
        for (String result : results) System.out.println(result);
        results.close();
        """,
        """
        Channel<String> results = Channel.make();
        go(() -> {
          results.send("one");
          results.close();
        });
        for (String result : results) System.out.println(result);
        """);
  }

  @Test
  void theOneValueGetsRoom() throws IOException {
    assertFixed(
        """
        Channel<String> answer = Channel.make();
        go(() -> answer.send("late"));
        if (args.length == 0) return;
        System.out.println(answer.receive());
        """,
        """
        Channel<String> answer = Channel.make(1);
        go(() -> answer.send("late"));
        if (args.length == 0) return;
        System.out.println(answer.receive());
        """);
  }

  @Test
  void theSenderCloses() throws IOException {
    assertFixed(
        """
        Channel<Integer> numbers = Channel.make();
        WaitGroup printed = new WaitGroup();
        printed.go(() -> {
          for (int number : numbers) System.out.println(number);
        });
        for (int i = 0; i < 3; i++) {
          numbers.send(i);
        } // that was all
        printed.await();
        """,
        """
        Channel<Integer> numbers = Channel.make();
        WaitGroup printed = new WaitGroup();
        printed.go(() -> {
          for (int number : numbers) System.out.println(number);
        });
        for (int i = 0; i < 3; i++) {
          numbers.send(i);
        } // that was all
        numbers.close();
        printed.await();
        """);
  }

  @Test
  void aContextIsClosedAtTheEnd() throws IOException {
    assertFixed(
        """
        Context context = Context.withCancel(Context.background());
        go(() -> context.done().receive());
        if (args.length == 0) {
          return;
        }

        // Not reached without arguments.
        context.cancel();
        """,
        """
        try (Context context = Context.withCancel(Context.background())) {
          go(() -> context.done().receive());
          if (args.length == 0) {
            return;
          }

          // Not reached without arguments.
          context.cancel();
        }
        """);
  }

  @Test
  void theAddComesBeforeTheGoroutine() throws IOException {
    assertFixed(
        """
        WaitGroup group = new WaitGroup();
        go(() -> {
          group.add(1);
          System.out.println("work");
          group.done();
        });
        group.await();
        """,
        """
        WaitGroup group = new WaitGroup();
        group.add(1);
        go(() -> {
          System.out.println("work");
          group.done();
        });
        group.await();
        """);
  }

  @Test
  void theThreadIsStarted() throws IOException {
    assertFixed(
        """
        Channel<Integer> ready = Channel.make();
        Thread service = new Thread(ready::close);
        ready.receive();
        """,
        """
        Channel<Integer> ready = Channel.make();
        Thread service = new Thread(ready::close);
        service.start();
        ready.receive();
        """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Only one of them is the same channel.
        "Channel<Integer> a = Channel.make(); Channel<Integer> b = args.length == 0 ? a : Channel.make();\n"
            + "a.close();\nb.close();",
        // Without either it might stay open.
        "Channel<Integer> a = Channel.make();\nif (args.length > 0) { System.out.println(); a.close(); }\n"
            + "if (args.length < 2) { System.out.println(); a.close(); }",
        // Nobody knows how many are sent.
        "Channel<Integer> a = Channel.make();\nfor (String arg : args) { go(() -> a.send(1)); }\n"
            + "if (args.length > 0) a.receive();",
      })
  void whatIsNotSafeIsLeftAsItIs(String body) throws IOException {
    Path file = write("\n", StandardCharsets.UTF_8, program(body));
    String before = Files.readString(file);

    Cli run = Cli.run("check", "--no-config", "--fix", folder.toString());

    assertThat(run.code()).isEqualTo(1);
    assertThat(Files.readString(file)).isEqualTo(before);
  }

  @Test
  void lineEndsTabsAndEncodingsStay() throws IOException {
    String text =
        "\uFEFF" + program("// \u00e4\tb\nvar a = Channel.make();\n\ta.close();\na.close();");
    Path file = write("\r\n", StandardCharsets.UTF_8, text);
    Cli.run("check", "--no-config", "--fix", folder.toString());
    assertThat(Files.readString(file))
        .isEqualTo(text.replace("\r", "").replace("    a.close();\n", "").replace("\n", "\r\n"));

    String latin = program("// \u00e4\nvar a = Channel.make();\na.close();\na.close();");
    write("\n", StandardCharsets.ISO_8859_1, latin);
    Cli.run("check", "--no-config", "--fix", folder.toString());
    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
        .isEqualTo(latin.replace("    a.close();\n    a.close();", "    a.close();"));
  }

  @Test
  void aDiffChangesNothingAndCanBeApplied() throws Exception {
    Path file =
        write(
            "\n",
            StandardCharsets.UTF_8,
            program("var a = Channel.make();\na.close();\na.close();"));
    String before = Files.readString(file);

    Cli run = Cli.in(folder, "check", "--no-config", "--no-cache", "--diff", "Main.java");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).startsWith("--- a/Main.java\n+++ b/Main.java\n@@ ");
    assertThat(Files.readString(file)).isEqualTo(before);
    Cli.git(folder, "init", "--quiet");
    Programs.write(folder, "fix.diff", run.out());
    Cli.git(folder, "apply", "fix.diff");
    assertThat(Files.readString(file))
        .isEqualTo(before.replace("    a.close();\n    a.close();", "    a.close();"));
  }

  @Test
  void severalFixesOfAFileAreMadeTogether() throws IOException {
    String twice =
        "var a = Channel.make();\na.close();\na.close();\nvar b = Channel.make();\nb.close();\n";
    write("\n", StandardCharsets.UTF_8, program(twice + "go(() -> other());\nb.receive();"));
    Programs.write(
        folder,
        "Main.java",
        Files.readString(folder.resolve("Main.java"))
            .replace(
                "  static void unused() {}",
                "  static void other() {\n    var c = Channel.make();\n    c.close();\n    c.close();\n  }"));

    Cli run = Cli.run("check", "--no-config", "--fix", folder.toString());

    assertThat(run.err().lines().filter(line -> line.contains(": fixed double-close:"))).hasSize(2);
    assertThat(run.code()).as(run.out()).isZero();
  }

  @Test
  void reportsTellOfFixes() throws IOException {
    write("\n", StandardCharsets.UTF_8, program("var a = Channel.make();\na.close();\na.close();"));
    String[] check = {"check", "--no-config", folder.toString()};

    assertThat(Cli.run(check).out())
        .contains("can be fixed: remove the close in line 9 (chanvet check --fix)");
    assertThat(Cli.run("check", "--no-config", "--format", "sarif", folder.toString()).out())
        .contains("\"deletedRegion\"");
    assertThat(Cli.run("check", "--no-config", "--no-fixes", folder.toString()).out())
        .doesNotContain("can be fixed");
  }

  @Test
  void aFileThatHasChangedIsLeftAsItIs() throws IOException {
    Path path = Programs.write(folder, "A.java", "class A {}");
    SourceFile file = SourceFile.of("A.java", path, "class A { }");

    assertThat(new EditedFile(file).write("class B {}")).contains("changed since it was read");
    assertThat(path).hasContent("class A {}");
  }

  @Test
  void permissionsAndLinksStay() throws IOException {
    Path file =
        write(
            "\n",
            StandardCharsets.UTF_8,
            program("var a = Channel.make();\na.close();\na.close();"));
    Path behind = Files.move(file, folder.resolve("behind.txt"));
    Files.createSymbolicLink(file, behind);
    var permissions = java.nio.file.attribute.PosixFilePermissions.fromString("rw-rw-r--");
    Files.setPosixFilePermissions(behind, permissions);

    Cli run = Cli.run("check", "--no-config", "--fix", folder.toString());

    assertThat(run.code()).as(run.out() + run.err()).isZero();
    assertThat(file).isSymbolicLink();
    assertThat(Files.getPosixFilePermissions(behind)).isEqualTo(permissions);
  }

  @Test
  void contradictionsAreRefused() {
    assertThat(Cli.run("check", "--fix", "--diff").code()).isEqualTo(2);
    assertThat(Cli.run("check", "--fix", "--update-baseline", "--baseline", "b").code())
        .isEqualTo(2);
  }

  private void assertFixed(String before, String after) throws IOException {
    Path file = write("\n", StandardCharsets.UTF_8, program(before));

    Cli run = Cli.run("check", "--no-config", "--fix", folder.toString());

    assertThat(Files.readString(file)).isEqualTo(program(after));
    assertThat(run.out()).contains("no findings in 1 file");
    assertThat(run.code()).isZero();
    assertThat(run.err()).contains(file + ":").contains(": fixed ");
    assertCompiles(file);
  }

  /** The modules are built in an order that need not have the runtime's classes yet. */
  @BeforeAll
  static void compileTheRuntime(@TempDir Path classes) throws IOException {
    runtime = classes;
    try (Stream<Path> files = Files.walk(Path.of("../runtime/src/main/java"))) {
      assertCompiles(
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.endsWith("module-info.java"))
              .toArray(Path[]::new));
    }
  }

  private static void assertCompiles(Path... sources) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    String classpath = runtime + File.pathSeparator + System.getProperty("java.class.path");
    List<String> options =
        List.of("-proc:none", "-nowarn", "-d", runtime.toString(), "-cp", classpath);
    var files = compiler.getStandardFileManager(null, null, null);
    boolean compiled =
        compiler
            .getTask(said, files, null, options, null, files.getJavaFileObjects(sources))
            .call();
    assertThat(compiled).as(said.toString()).isTrue();
  }

  private static String program(String body) {
    return """
    import static dev.chanvet.runtime.Go.go;

    import dev.chanvet.runtime.*;

    class Main {
      public static void main(String[] args) throws InterruptedException {
    %s  }

      static void unused() {}
    }
    """
        .formatted(body.stripTrailing().indent(4));
  }

  private Path write(String lineEnd, Charset charset, String text) throws IOException {
    Path file = folder.resolve("Main.java");
    return Files.write(file, text.replace("\n", lineEnd).getBytes(charset));
  }
}
