package dev.chanvet.analyzer.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanvet.analyzer.ir.Program;
import dev.chanvet.analyzer.source.SourceFile;
import dev.chanvet.analyzer.syntax.Diagnostics;
import dev.chanvet.analyzer.syntax.JavaRelease;
import dev.chanvet.analyzer.syntax.LargeStack;
import dev.chanvet.analyzer.syntax.Library;
import dev.chanvet.analyzer.syntax.ParsedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program is the same whoever has lowered its models. */
class LoweredLibraryTest {
  private static final Library LIBRARY = new Library();
  private static final Path MODELS = Path.of("src/main/resources/dev/chanvet/models");

  /** A program that has lowered all of its models itself. */
  private static Program alone(String text) {
    Diagnostics diagnostics = new Diagnostics(told -> {});
    return LargeStack.call(() -> {
      ProgramBuilder program = new ProgramBuilder(LIBRARY, diagnostics);
      program.index().find("java.lang.Object");
      ParsedFiles.parse(files(text), JavaRelease.ANY, 1, diagnostics).forEach(program::add);
      program.lowerAll();
      return program.finish();
    });
  }

  private static Program with(LoweredLibrary library, String text) {
    return Lowering.lower(files(text), library, 1, told -> {}, unit -> {});
  }

  private static List<SourceFile> files(String text) {
    return List.of(SourceFile.of("F.java", text));
  }

  private static String naming(List<String> types) {
    return types.stream()
        .map(type -> "  static Object f(" + type + " x) { return x; }\n")
        .collect(Collectors.joining("", "class Everything {\n", "}\n"));
  }

  private static String namingAll() throws IOException {
    try (Stream<Path> tree = Files.walk(MODELS)) {
      return naming(
          tree.filter(file -> file.toString().endsWith(".java"))
              .map(file -> MODELS.relativize(file).toString().replaceAll("[/\\\\]", "."))
              .map(name -> name.substring(0, name.length() - ".java".length()))
              .sorted()
              .toList());
    }
  }

  private static void assertSame(Program actual, Program expected) {
    assertThat(new ArrayList<>(actual.types())).isEqualTo(new ArrayList<>(expected.types()));
    assertThat(new ArrayList<>(actual.functions()))
        .isEqualTo(new ArrayList<>(expected.functions()));
  }

  @Test
  void sharingChangesNothing() throws IOException {
    assertSame(with(new LoweredLibrary(LIBRARY), namingAll()), alone(namingAll()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "String",
        "java.util.Map",
        "java.util.Map.Entry",
        "java.util.concurrent.ExecutorService",
        "java.util.concurrent.CompletableFuture",
        "java.util.concurrent.locks.Lock",
        "java.util.stream.Stream",
        "dev.chanvet.runtime.Channel",
        "dev.chanvet.runtime.Go",
        "com.softwaremill.jox.Channel",
        "com.softwaremill.jox.Select",
        "java.time.Duration"
      })
  void aProgramHasTheModelsThatItReachesAndNoOthers(String type) {
    String text = naming(List.of(type));
    LoweredLibrary shared = new LoweredLibrary(LIBRARY);
    with(shared, naming(List.of("java.util.concurrent.Executors"))); // shares with other programs
    assertSame(with(shared, text), alone(text));
  }

  @Test
  void codeInThePackageOfAModelCountsForThatModel() {
    String text =
        """
        package java.util.concurrent;
        class Object {}
        class Mine { Object o; void f(ExecutorService s) throws Exception { s.submit(() -> o).get(); } }
        """;
    assertSame(with(new LoweredLibrary(LIBRARY), text), alone(text));
  }

  @Test
  void whatWasLearnedNeedNotBeLearnedAgain() throws IOException {
    LoweredLibrary first = new LoweredLibrary(LIBRARY);
    with(first, namingAll());
    Map<String, byte[]> learned = first.learned().orElseThrow();
    LoweredLibrary second = new LoweredLibrary(LIBRARY, () -> learned);
    assertSame(with(second, namingAll()), alone(namingAll()));
    assertThat(second.learned()).isEmpty();
  }

  @Test
  void aBrokenPartIsLoweredAnew() {
    String text = naming(List.of("java.util.Map"));
    LoweredLibrary first = new LoweredLibrary(LIBRARY);
    Program expected = with(first, text);
    Map<String, byte[]> whole = first.learned().orElseThrow();
    Map<String, byte[]> broken = new TreeMap<>(whole);
    broken.replaceAll((model, bytes) -> Arrays.copyOf(bytes, bytes.length / 2));
    broken.put("java.util.Map", new byte[] {-1, -1, -1, -1, -1, -1, -1});
    LoweredLibrary second = new LoweredLibrary(LIBRARY, () -> broken);
    assertSame(with(second, text), expected);
    assertThat(second.learned().orElseThrow()).containsExactlyEntriesOf(whole);
  }

  @Test
  void aPartHasItsPlacesAndTexts() {
    LoweredLibrary first = new LoweredLibrary(LIBRARY);
    with(first, naming(List.of("dev.chanvet.runtime.Channel")));
    Map<String, byte[]> learned = first.learned().orElseThrow();
    Program program =
        with(
            new LoweredLibrary(LIBRARY, () -> learned),
            naming(List.of("dev.chanvet.runtime.Channel")));
    assertThat(program.type("dev.chanvet.runtime.Channel"))
        .satisfies(type -> assertThat(type.site().text()).isEqualTo("Channel"));
  }
}
