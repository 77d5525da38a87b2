package dev.chanvet.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilePatternTest {

  @ParameterizedTest
  @CsvSource({
    "**/Feed.java, Feed.java, true",
    "**/Feed.java, org/example/Feed.java, true",
    "**/Feed.java, org/example/MyFeed.java, false",
    "*.java, Feed.java, true",
    "*.java, org/Feed.java, false",
    "org/**, org/example/Feed.java, true",
    "org/, org/example/Feed.java, true",
    "org/**, com/example/Feed.java, false",
    "org/**/Feed.java, org/Feed.java, true",
    "org/**/Feed.java, org/a/b/Feed.java, true",
    "**/gen/**, a/gen/b/Feed.java, true",
    "**/gen/**, a/regen/b/Feed.java, false",
    "Fee?.java, Feed.java, true",
    "Fee?.java, Fee/.java, false",
    "Feed.java, Feedxjava, false",
    "org\\**, org/example/Feed.java, true",
  })
  void matchesAsMavensUsersExpect(String pattern, String path, boolean matches) {
    assertThat(FilePattern.of(pattern).matches(path)).isEqualTo(matches);
  }
}
