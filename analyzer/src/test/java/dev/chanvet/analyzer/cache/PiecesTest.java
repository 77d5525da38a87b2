package dev.chanvet.analyzer.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PiecesTest {
  private static final Key KEY = new Key(List.of("pieces"));

  @TempDir private Path folder;

  private Cache cache() {
    return Cache.in(folder, "1");
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void whatWasPutIsThere() {
    cache().put(KEY, Map.of("a", new byte[] {1, 2}, "b", new byte[0]));
    assertThat(cache().pieces(KEY)).containsOnlyKeys("a", "b");
    assertThat(cache().pieces(KEY).get("a")).containsExactly(1, 2);
  }

  @Test
  void anotherVersionKnowsNothingOfIt() {
    cache().put(KEY, Map.of("a", new byte[] {1}));
    assertThat(Cache.in(folder, "2").pieces(KEY)).isEmpty();
    assertThat(cache().pieces(new Key(List.of("other")))).isEmpty();
    assertThat(Cache.NONE.pieces(KEY)).isEmpty();
  }

  @Test
  void whatIsBrokenGoesAway() throws IOException {
    cache().put(KEY, Map.of("a", new byte[] {1, 2, 3}));
    Path file = files().getFirst();
    byte[] whole = Files.readAllBytes(file);
    for (int i = 0; i < whole.length; i++) {
      byte[] broken = whole.clone();
      broken[i] ^= 0x40;
      Files.write(file, broken);
      assertThat(cache().pieces(KEY)).isEmpty();
      assertThat(file).doesNotExist();
    }
  }

  @Test
  void whoeverWritesAtTheSameTimeWritesTheWhole() throws IOException {
    IntStream.range(0, 100)
        .parallel()
        .forEach(i -> {
          cache().put(KEY, Map.of("a", new byte[] {(byte) i}, "b", new byte[] {(byte) i}));
          Map<String, byte[]> read = cache().pieces(KEY);
          assertThat(read.get("a")).isEqualTo(read.get("b"));
        });
    assertThat(files()).hasSize(1);
  }
}
