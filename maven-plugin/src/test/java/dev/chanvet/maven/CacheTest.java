package dev.chanvet.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheTest {
  @TempDir private Path folder;
  private Cache cache;

  @BeforeEach
  void aReportThatIsRemembered() throws IOException {
    cache = new Cache(folder.resolve("chanvet.sarif"), folder.resolve("chanvet.key"));
    Files.writeString(cache.report(), "{}");
    cache.remember("key");
  }

  @Test
  void holdsTheReportOfItsKeyOnly() {
    assertThat(cache.holds("key")).isTrue();
    assertThat(cache.holds("other")).isFalse();
  }

  @Test
  void aReportThatSomebodyChangedIsNotHeld() throws IOException {
    Files.writeString(cache.report(), "{ }");
    assertThat(cache.holds("key")).isFalse();
  }

  @Test
  void aBrokenStampCountsAsNone() throws IOException {
    Files.write(cache.stamp(), new byte[] {(byte) 0xff, 0});
    assertThat(cache.holds("key")).isFalse();
  }

  @Test
  void nothingIsLeftAfterClearing() throws IOException {
    cache.clear();
    assertThat(folder).isEmptyDirectory();
    assertThat(cache.holds("key")).isFalse();
  }

  @Test
  void aKeyTellsNamesAndContentsApart() throws IOException {
    Path a = Files.writeString(folder.resolve("a"), "1");
    Path b = Files.writeString(folder.resolve("b"), "1");
    String key = key(a);
    assertThat(key).isEqualTo(key(a)).isNotEqualTo(key(b));
    Files.writeString(a, "2");
    assertThat(key(a)).isNotEqualTo(key);
  }

  @Test
  void wordsDoNotRunIntoEachOther() {
    assertThat(new Cache.Key().words(List.of("ab", "c")).hex())
        .isNotEqualTo(new Cache.Key().words(List.of("a", "bc")).hex());
  }

  private static String key(Path file) throws IOException {
    return new Cache.Key().contents(List.of(file)).hex();
  }
}
