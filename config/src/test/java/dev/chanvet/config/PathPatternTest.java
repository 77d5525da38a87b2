package dev.chanvet.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPatternTest {
  @ParameterizedTest
  @CsvSource({
    "src/A.java, src/A.java, true",
    "src/A.java, src/B.java, false",
    "src/A.java, x/src/A.java, false",
    "src, src/deep/A.java, true",
    "src/, src/deep/A.java, true",
    "./src, src/A.java, true",
    "/src, src/A.java, true",
    "/src, x/src/A.java, false",
    "src, x/src/A.java, true",
    "src, srcs/A.java, false",
    "generated, a/generated/b/A.java, true",
    "*.java, a/b/A.java, true",
    "*Test.java, a/b/ATest.java, true",
    "*Test.java, a/b/ATests.java, false",
    "src/*.java, src/A.java, true",
    "src/*.java, src/deep/A.java, false",
    "src/**, src/deep/A.java, true",
    "src/**/A.java, src/A.java, true",
    "src/**/A.java, src/x/y/A.java, true",
    "**/it/**, a/it/A.java, true",
    "**/it/**, it/A.java, true",
    "**/it/**, a/bit/A.java, false",
    "a?.java, ab.java, true",
    "a?.java, a.java, false",
    "a+(b).java, a+(b).java, true",
    "gr\u00fcn/**, gr\u00fcn/A.java, true",
  })
  void aPatternNamesFiles(String pattern, String path, boolean matches) {
    assertThat(PathPattern.of(pattern).matches(path)).isEqualTo(matches);
  }
}
