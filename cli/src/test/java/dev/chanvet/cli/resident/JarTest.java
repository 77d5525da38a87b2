package dev.chanvet.cli.resident;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What has been replaced is not what was loaded. */
class JarTest {
  @TempDir Path folder;

  @Test
  void itIsUnchangedUntilItIsReplaced() throws Exception {
    Path file = Files.writeString(folder.resolve("a.jar"), "one");
    Jar jar = Jar.of(file);
    assertThat(jar.isUnchanged()).isTrue();

    FileTime changed = Files.getLastModifiedTime(file);
    Path other = Files.writeString(folder.resolve("b.jar"), "two");
    Files.setLastModifiedTime(other, changed);
    Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);

    assertThat(jar.isUnchanged()).isFalse();
  }

  @Test
  void whatIsNotThereIsNotUnchanged() throws Exception {
    Path file = folder.resolve("a.jar");
    assertThat(Jar.of(file).isUnchanged()).isFalse();

    Files.writeString(file, "one");
    Jar jar = Jar.of(file);
    Files.delete(file);
    assertThat(jar.isUnchanged()).isFalse();
  }
}
