package dev.chanvet.analyzer.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanvet.analyzer.ir.ChannelApi;
import dev.chanvet.analyzer.source.FileView;
import dev.chanvet.analyzer.source.SourceDiscovery;
import dev.chanvet.analyzer.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS) // which has no stamps that can be trusted
class GlancesTest {
  private static final int FILES = 60;

  @TempDir private Path folder;
  private final Instant before = Instant.now();

  @BeforeEach
  void aTreeAtRest() throws IOException {
    for (int i = 0; i < FILES; i++) {
      write(
          i,
          i % 20 == 0
              ? "import dev.chanvet.runtime.Channel; class C%d { Channel<D%d> c; }"
              : "class D%d { int f; /* %d */ }");
    }
  }

  private Path file(int number) {
    return folder.resolve("F%02d.java".formatted(number));
  }

  private void write(int number, String text) throws IOException {
    Files.writeString(file(number), text.formatted(number, number + 1));
  }

  private List<SourceFile> discover(Glances glances) {
    return new SourceDiscovery(SourceDiscovery.DEFAULT_LIMIT)
        .discover(List.of(folder.toString()), FileView.DISK, glances)
        .files();
  }

  /** The groups of the tree, by the names of their files. */
  private List<List<String>> groups(Glances glances) {
    return RelevantFiles.groups(discover(glances), ChannelApi.KNOWN, glances).stream()
        .map(group -> group.stream().map(file -> nameOf(file)).toList())
        .toList();
  }

  private static String nameOf(SourceFile file) {
    return file.path().substring(file.path().lastIndexOf('/') + 1);
  }

  /** What a run remembers that begins when all files have been at rest for long. */
  private byte[] remembered() {
    Glances glances = Glances.none();
    groups(glances);
    return glances.news(Instant.now().plusSeconds(60)).orElseThrow();
  }

  private List<SourceFile> known(Glances glances) {
    return discover(glances).stream().filter(file -> glances.at(file).isPresent()).toList();
  }

  @Test
  void whatIsRememberedIsWhatIsSeen() {
    Glances glances = Glances.read(remembered());
    assertThat(known(glances)).hasSize(FILES);
    for (SourceFile file : discover(glances)) {
      Outline seen = Outline.of(file.text());
      Glance glance = glances.at(file).orElseThrow();
      assertThat(glance.outline()).isEqualTo(seen);
      assertThat(glance.whole()).isEqualTo(file.text().contains("dev.chanvet.runtime"));
    }
    assertThat(groups(glances)).isEqualTo(groups(Glances.none())).hasSize(3);
    assertThat(glances.news(Instant.now().plusSeconds(60))).isEmpty();
  }

  @Test
  void aFileThatHasChangedIsLookedAtAgain() throws IOException {
    byte[] before = remembered();
    write(7, "import dev.chanvet.runtime.Channel; class C%d { Channel<D%d> c; }");
    Glances glances = Glances.read(before);
    assertThat(known(glances)).hasSize(FILES - 1);
    assertThat(groups(glances)).isEqualTo(groups(Glances.none())).hasSize(4);
    byte[] after = glances.news(Instant.now().plusSeconds(60)).orElseThrow();
    assertThat(known(Glances.read(after))).hasSize(FILES);
    assertThat(groups(Glances.read(after))).hasSize(4);
  }

  @Test
  void theSameSizeAndTimeDoNotHideAChange() throws IOException {
    byte[] before = remembered();
    FileTime time = Files.getLastModifiedTime(file(7));
    String text = Files.readString(file(7));
    Files.writeString(file(7), text.replace("int f", "int g"));
    Files.setLastModifiedTime(file(7), time);
    assertThat(known(Glances.read(before))).hasSize(FILES - 1);
  }

  @Test
  void aFileThatMayHaveChangedOnceMoreIsNotRemembered() {
    Glances glances = Glances.none();
    groups(glances);
    assertThat(glances.news(before)).isEmpty();
    assertThat(glances.news(before.minus(Duration.ofDays(1)))).isEmpty();
  }

  @Test
  void whatHasGoneIsForgottenAndWhatIsNewIsSeen() throws IOException {
    byte[] before = remembered();
    Files.delete(file(20));
    write(61, "import dev.chanvet.runtime.Channel; class C%d { Channel<D%d> c; }");
    Glances glances = Glances.read(before);
    assertThat(groups(glances)).isEqualTo(groups(Glances.none())).hasSize(3);
  }

  @Test
  void whatIsBrokenCountsAsNone() {
    byte[] whole = remembered();
    List<List<String>> expected = groups(Glances.none());
    for (int length = 0; length < whole.length; length += 97) {
      assertThat(groups(Glances.read(Arrays.copyOf(whole, length)))).isEqualTo(expected);
    }
    assertThat(groups(Glances.read(null))).isEqualTo(expected);
  }

  @Test
  void aSmallTreeIsNotRemembered() throws IOException {
    for (int i = 20; i < FILES; i++) {
      Files.delete(file(i));
    }
    Glances glances = Glances.none();
    groups(glances);
    assertThat(glances.news(Instant.now().plusSeconds(60))).isEmpty();
  }

  @Test
  void aTreeWithoutChannelsIsRememberedWithoutOutlines() throws IOException {
    for (int i = 0; i < FILES; i++) {
      write(i, "class D%d { int f; /* %d */ }");
    }
    byte[] before = remembered();
    assertThat(groups(Glances.read(before))).isEmpty();
    write(0, "import dev.chanvet.runtime.Channel; class C%d { Channel<D%d> c; }");
    Glances glances = Glances.read(before);
    assertThat(groups(glances)).hasSize(1).isEqualTo(groups(Glances.none()));
    byte[] after = glances.news(Instant.now().plusSeconds(60)).orElseThrow();
    assertThat(Glances.read(after).at(discover(Glances.none()).get(5)).orElseThrow().outline())
        .isNotNull();
  }
}
