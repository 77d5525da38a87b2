package dev.chanvet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is remembered makes a run faster, and nothing else. */
class CacheTest {
  private static final String ALLOWED =
      Programs.BAD
          .replace("Bad", "Allowed")
          .replaceFirst(
              "(?s)(.*)(    results.close\\(\\);)",
              "$1    // chanvet:allow double-close - why\n$2");
  private static final String UNUSED =
      Programs.GOOD
          .replace("Good", "Unused")
          .replace("    results.send", "    // chanvet:allow double-close - why\n    results.send");

  /** One for each file, and one for the program in which the bad one is fixed. */
  private static final int ENTRIES = 5 + 1;

  /** What the models of the library have come to, for all of them. */
  private static final int MODELS = 1;

  @TempDir Path folder;
  private Path cache = Path.of("");

  @BeforeEach
  void aProgramInParts() throws IOException {
    System.setProperty("chanvet.build", "a test's");
    cache = folder.resolve("cache");
    Programs.write(folder, "src/Bad.java", Programs.BAD);
    Programs.write(folder, "src/Good.java", Programs.GOOD);
    Programs.write(folder, "src/Allowed.java", ALLOWED);
    Programs.write(folder, "src/Unused.java", UNUSED);
    Programs.write(folder, "src/Broken.java", "import dev.chanvet.runtime.Channel; class {{{ )");
  }

  @AfterEach
  void noBuild() {
    System.clearProperty("chanvet.build");
  }

  @Test
  void reportsAreTheSameBytesWithAndWithoutIt() throws IOException {
    for (String format : List.of("text", "json", "sarif", "html")) {
      Cli without = check("--no-cache", "--format", format);
      assertThat(cache).doesNotExist();

      assertThat(check("--format", format)).isEqualTo(without);
      assertThat(entries()).hasSize(ENTRIES + MODELS);
      assertThat(check("--format", format)).isEqualTo(without);
      deleteEntries();
    }
  }

  @Test
  void onlyWhatHasChangedIsAnalysedAgain() throws IOException {
    check();
    List<Path> before = entries();
    Programs.write(folder, "src/Good.java", Programs.BAD.replace("Bad", "Good"));

    Cli run = check();

    assertThat(run.out()).contains("Good.java:8:").contains("Bad.java:8:");
    // Good, mended, is what it was.
    assertThat(entries()).hasSize(ENTRIES + 1 + MODELS).containsAll(before);
    assertThat(run).isEqualTo(check("--no-cache"));
  }

  @Test
  void otherRulesSettingsAndBuildsAreOtherAnalyses() throws IOException {
    check();
    check("--ignore", "nil-select-arm");
    assertThat(entries()).hasSize(2 * ENTRIES + MODELS);
    System.setProperty("chanvet.build", "another");
    check();
    assertThat(entries()).hasSize(3 * ENTRIES + 2 * MODELS);
  }

  @Test
  void whatIsBrokenOrForeignIsThrownAwayWithoutAWord() throws IOException {
    Cli right = check();
    int i = 0;
    for (Path entry : entries()) {
      byte[] bytes = Files.readAllBytes(entry);
      switch (i++ % 5) {
        case 0 -> Files.write(entry, new byte[0]);
        case 1 -> Files.writeString(entry, "not ours, but long enough for a header");
        case 2 -> Files.write(entry, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        case 3 -> {
          bytes[bytes.length - 1] ^= 1;
          Files.write(entry, bytes);
        }
        default -> {
          Files.delete(entry);
          Files.createDirectory(entry);
        }
      }
    }

    assertThat(check()).isEqualTo(right);
    assertThat(check()).isEqualTo(right);
  }

  @Test
  void aFolderThatCannotBeIsNone() throws IOException {
    Cli right = check("--no-cache");
    Files.writeString(cache, "a file");

    assertThat(check()).isEqualTo(right);
  }

  @Test
  void manyMayUseItAtOnce() throws Exception {
    Cli right = check("--no-cache");
    try (ExecutorService processes = Executors.newFixedThreadPool(4)) {
      List<Future<Cli>> runs = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        runs.add(processes.submit(() -> check()));
      }
      for (Future<Cli> run : runs) {
        assertThat(run.get()).isEqualTo(right);
      }
    }
    assertThat(entries())
        .hasSize(ENTRIES + MODELS)
        .noneMatch(file -> file.toString().endsWith(".tmp"));
  }

  @Test
  void howManyThreadsWorkMakesNoDifference() {
    Cli one = check("--no-cache", "-j", "1", "--format", "json");

    assertThat(check("--no-cache", "-j", "4", "--format", "json")).isEqualTo(one);
    assertThat(check("--no-cache", "-j", "64", "--format", "json")).isEqualTo(one);
  }

  private Cli check(String... more) {
    List<String> words = new ArrayList<>(List.of("check", folder.resolve("src").toString()));
    words.addAll(List.of(more));
    return Cli.run(false, Map.of("CHANVET_CACHE", cache.toString()), words.toArray(String[]::new));
  }

  private List<Path> entries() throws IOException {
    try (Stream<Path> files = Files.walk(cache.resolve("outcomes"))) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.endsWith("swept"))
          .sorted()
          .toList();
    }
  }

  private void deleteEntries() throws IOException {
    try (Stream<Path> files = Files.walk(cache)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
