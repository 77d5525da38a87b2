package dev.chanvet.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFileTest {
  @TempDir Path folder;
  private Path deep = Path.of("");

  @BeforeEach
  void folders() throws IOException {
    deep = Files.createDirectories(folder.resolve("project/src/main"));
  }

  @Test
  void theNearestOneIsFound() throws IOException {
    Files.createDirectory(folder.resolve("project/.git"));
    Path outer = Files.writeString(folder.resolve("project/chanvet.yml"), "");
    assertThat(ConfigFile.above(deep)).contains(new ConfigFile(outer));

    Path inner = Files.writeString(folder.resolve("project/src/chanvet.yml"), "");
    assertThat(ConfigFile.above(deep)).contains(new ConfigFile(inner));
  }

  @Test
  void theSearchEndsAtTheRepository() throws IOException {
    Files.writeString(folder.resolve("chanvet.yml"), "");
    Files.createDirectory(folder.resolve("project/.git"));

    assertThat(ConfigFile.above(deep)).isEmpty();
  }

  @Test
  void withoutARepositoryTheSearchStaysInTheFolder() throws IOException {
    Files.writeString(folder.resolve("project/chanvet.yml"), "");

    assertThat(ConfigFile.above(deep)).isEmpty();
    assertThat(ConfigFile.above(folder.resolve("project"))).isPresent();
  }

  @Test
  void whatCannotBeReadIsSaid() throws IOException {
    Path file = folder.resolve("x.yml");
    assertThatThrownBy(() -> new ConfigFile(file).read(List.of()))
        .hasMessage(file + " cannot be read");

    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe});
    assertThatThrownBy(() -> new ConfigFile(file).read(List.of()))
        .hasMessage(file + " is not UTF-8");
  }
}
