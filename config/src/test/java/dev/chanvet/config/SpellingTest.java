package dev.chanvet.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpellingTest {
  @Test
  void theDistanceOfWordsIsLevenshteins() {
    assertThat(Spelling.distance("kitten", "sitting")).isEqualTo(3);
    assertThat(Spelling.distance("", "abc")).isEqualTo(3);
    assertThat(Spelling.distance("same", "same")).isZero();
  }

  @Test
  void theNearestIsOnlyGivenIfItIsNear() {
    List<String> words = List.of("rules", "paths", "models");

    assertThat(Spelling.nearest("rule", words)).contains("rules");
    assertThat(Spelling.nearest("pahts", words)).contains("paths");
    assertThat(Spelling.nearest("x", words)).isEmpty();
    assertThat(Spelling.nearest("x", List.of())).isEmpty();
  }
}
