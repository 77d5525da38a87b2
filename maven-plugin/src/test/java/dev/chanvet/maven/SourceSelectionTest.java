package dev.chanvet.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceSelectionTest {
  @TempDir private Path root;

  private Path file(String name) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "");
  }

  private SourceSelection selection(List<String> includes, List<String> excludes) {
    return new SourceSelection(
        List.of(root, root.resolve("absent")),
        FilePattern.all(includes),
        FilePattern.all(excludes));
  }

  @Test
  void takesAllJavaFilesInTheirOrder() throws IOException {
    Path second = file("b/B.java");
    Path first = file("a/A.java");
    file("a/notes.txt");
    file(".hidden/H.java");
    assertThat(selection(List.of(), List.of()).files()).containsExactly(first, second);
  }

  @Test
  void excludesWinOverIncludes() throws IOException {
    Path kept = file("a/A.java");
    file("a/Generated.java");
    file("b/B.java");
    assertThat(selection(List.of("a/**"), List.of("**/Generated.java")).files())
        .containsExactly(kept);
  }

  @Test
  void foldersBelowTheBuildFolderAreGenerated() {
    Path main = root.resolve("src/main/java");
    Path generated = root.resolve("target/generated-sources/x");
    List<String> folders = List.of(main.toString(), generated.toString(), main.toString());
    Path build = root.resolve("target");
    assertThat(SourceSelection.roots(folders, build.toFile(), false)).containsExactly(main);
    assertThat(SourceSelection.roots(folders, build.toFile(), true))
        .containsExactly(main, generated);
  }
}
