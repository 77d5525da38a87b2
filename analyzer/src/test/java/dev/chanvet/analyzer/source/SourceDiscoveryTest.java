package dev.chanvet.analyzer.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SourceDiscoveryTest {
  @TempDir Path folder;

  @BeforeEach
  void followTheFolderToWhereItIs() throws IOException {
    folder = folder.toRealPath();
  }

  @Test
  void filesComeInTheOrderOfTheirPathsAndOnce() throws IOException {
    write("b/B.java", "class B {}");
    write("a/A.java", "class A {}");
    write("a/readme.txt", "class X {}");

    SourceTree tree = discover(folder.resolve("b"), folder, folder.resolve("a/A.java"));

    assertThat(paths(tree)).containsExactly("a/A.java", "b/B.java");
    assertThat(tree.notifications()).isEmpty();
  }

  @Test
  void hiddenFoldersAndBuildOutputAreLeftOut() throws IOException {
    write(".git/Hidden.java", "");
    write("pom.xml", "");
    write("target/generated-sources/Made.java", "");
    write("src/build/Tool.java", "");
    write("src/target/Aim.java", "");

    assertThat(paths(discover(folder)))
        .containsExactly("src/build/Tool.java", "src/target/Aim.java");
  }

  @Test
  void buildOutputThatIsAskedForByNameIsRead() throws IOException {
    write("pom.xml", "");
    write("target/Made.java", "");

    assertThat(paths(discover(folder.resolve("target")))).containsExactly("target/Made.java");
  }

  @Test
  void aMissingPathCostsNothingElse() throws IOException {
    write("A.java", "class A {}");

    SourceTree tree = discover(folder.resolve("gone"), folder.resolve("A.java"));

    assertThat(paths(tree)).containsExactly("A.java");
    assertThat(tree.notifications())
        .extracting(Notification::code, Notification::path, Notification::incomplete)
        .containsExactly(tuple("missing-path", folder.resolve("gone").toString(), true));
  }

  @Test
  void aFileThatCannotBeReadCostsNothingElse() throws IOException {
    write("A.java", "class A {}");
    Files.createSymbolicLink(folder.resolve("Gone.java"), folder.resolve("nowhere"));

    SourceTree tree = discover(folder);

    assertThat(paths(tree)).containsExactly("A.java");
    assertThat(tree.notifications())
        .extracting(Notification::toString)
        .containsExactly(
            folder + "/Gone.java: a symbolic link that leads nowhere [unreadable-file]");
  }

  @Test
  void anErrorWhileReadingIsToldToo() throws IOException {
    Path unreadable = Path.of("/proc/self/mem");
    assumeThat(unreadable).exists();
    write("A.java", "class A {}");
    Files.createSymbolicLink(folder.resolve("Memory.java"), unreadable);

    SourceTree tree = discover(folder);

    assertThat(paths(tree)).containsExactly("A.java");
    assertThat(tree.notifications())
        .extracting(Notification::code)
        .containsExactly("unreadable-file");
  }

  @Test
  void aFileThatGoesBeforeItIsReadCostsNothingElse() throws IOException {
    write("A.java", "class A {}");
    write("B.java", "class B {}");

    SourceTree tree = discoverAfter(file -> Files.delete(file), "B.java");

    assertThat(paths(tree)).containsExactly("A.java");
    assertThat(tree.notifications())
        .extracting(Notification::toString)
        .containsExactly(folder + "/B.java: gone since the folder was listed [unreadable-file]");
  }

  @Test
  void aFileThatChangesBeforeItIsReadIsReadAsItIsThen() throws IOException {
    write("A.java", "class A {}");

    SourceTree tree = discoverAfter(file -> Files.writeString(file, "class Later {}"), "A.java");

    assertThat(tree.files()).extracting(SourceFile::text).containsExactly("class Later {}");
  }

  @Test
  @Timeout(10)
  void aPipeThatNobodyWritesToIsNotWaitedFor() throws Exception {
    write("A.java", "class A {}");
    Path pipe = folder.resolve("Pipe.java");
    assumeThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

    for (SourceTree tree : List.of(discover(folder), discover(folder.resolve("A.java"), pipe))) {
      assertThat(paths(tree)).containsExactly("A.java");
      assertThat(tree.notifications())
          .extracting(Notification::toString)
          .containsExactly(
              pipe + ": cannot be read: neither a file nor a folder [unreadable-file]");
    }
  }

  @Test
  @Timeout(10)
  void aDeviceThatNeverEndsIsNotRead() throws IOException {
    assumeThat(Path.of("/dev/zero")).exists();
    Files.createSymbolicLink(folder.resolve("Zero.java"), Path.of("/dev/zero"));

    assertThat(discover(folder).notifications())
        .extracting(Notification::code)
        .containsExactly("unreadable-file");
  }

  @Test
  void aSymbolicLinkThatLeadsBackIsNotFollowed() throws IOException {
    write("a/A.java", "class A {}");
    Files.createSymbolicLink(folder.resolve("a/loop"), folder);

    SourceTree tree = discover(folder);

    assertThat(paths(tree)).containsExactly("a/A.java");
    assertThat(tree.notifications())
        .extracting(Notification::code, Notification::incomplete)
        .containsExactly(tuple("symlink-loop", false));
  }

  @Test
  void aFolderReachedTwiceIsReadOnce() throws IOException {
    write("real/A.java", "class A {}");
    Files.createSymbolicLink(folder.resolve("alias"), folder.resolve("real"));

    assertThat(paths(discover(folder))).containsExactly("alias/A.java");
  }

  @Test
  void anOversizeFileIsLeftOut() throws IOException {
    write("Big.java", "class Big {} // " + "x".repeat(100));
    write("Small.java", "class Small {}");

    SourceTree tree = new SourceDiscovery(64).discover(List.of(folder.toString()));

    assertThat(paths(tree)).containsExactly("Small.java");
    assertThat(tree.notifications())
        .extracting(Notification::message)
        .containsExactly("116 bytes are more than the limit of 64");
  }

  @Test
  void textThatIsNotUtf8IsReadAsLatin1AndSaysSo() throws IOException {
    Files.write(folder.resolve("L.java"), "// caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
    write("U.java", "// caf\u00e9 \uFFFD");

    SourceTree tree = discover(folder);

    assertThat(tree.files())
        .extracting(SourceFile::text)
        .containsExactly("// caf\u00e9", "// caf\u00e9 \uFFFD");
    assertThat(tree.notifications()).extracting(Notification::code).containsExactly("not-utf-8");
  }

  @Test
  void theJavaEntriesOfAJarAreRead() throws IOException {
    Path jar = folder.resolve("lib-sources.jar");
    try (var zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (String name : List.of("org/acme/Pump.java", "META-INF/versions/21/P.java", "x.txt")) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write("class Pump {}".getBytes(StandardCharsets.UTF_8));
      }
    }

    assertThat(paths(discover(jar))).containsExactly("lib-sources.jar!/org/acme/Pump.java");
  }

  @Test
  void ajarThatIsNoneIsTold() throws IOException {
    write("lib.jar", "not a zip file");

    assertThat(discover(folder.resolve("lib.jar")).notifications())
        .extracting(Notification::code)
        .containsExactly("unreadable-file");
  }

  @Test
  void anEmptyFolderIsNoted() {
    assertThat(discover(folder).notifications())
        .extracting(Notification::toString)
        .containsExactly(folder + ": no Java files here [no-sources]");
  }

  @Test
  void thePrefilterKeepsWhatMentionsAnyOfTheStrings() throws IOException {
    write("A.java", "import dev.chanvet.runtime.Channel;");
    write("B.java", "import java.util.List;");
    write("C.java", "class C { java.util.concurrent.BlockingQueue<String> q; }");

    SourceTree tree = discover(folder);

    assertThat(tree.mentioning(Set.of("chanvet.runtime", "util.concurrent")))
        .extracting(file -> file.location().orElseThrow().getFileName().toString())
        .containsExactly("A.java", "C.java");
  }

  /** What a file of the folder goes through between being found and being read. */
  private interface Change {
    void to(Path file) throws IOException;
  }

  private SourceTree discoverAfter(Change change, String name) {
    FileView view =
        FileView.DISK.where(file -> {
          if (file.endsWith(name)) {
            try {
              change.to(file);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }
          return true;
        });
    return new SourceDiscovery(SourceDiscovery.DEFAULT_LIMIT)
        .discover(List.of(folder.toString()), view);
  }

  private SourceTree discover(Path... paths) {
    return new SourceDiscovery(SourceDiscovery.DEFAULT_LIMIT)
        .discover(Stream.of(paths).map(Path::toString).toList());
  }

  private List<String> paths(SourceTree tree) {
    return tree.files().stream()
        .map(file -> file.path().substring(folder.toString().length() + 1))
        .toList();
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
