package dev.chanvet.analyzer.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceFileTest {

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void everyLineEndSeparatesLines(String end) {
    SourceFile file = SourceFile.of("A.java", "class A {" + end + end + "}");

    assertThat(IntStream.rangeClosed(1, file.lineCount()).mapToObj(file::line))
        .containsExactly("class A {", "", "}");
  }

  @Test
  void anEmptyFileHasOneEmptyLine() {
    SourceFile file = SourceFile.of("A.java", "");

    assertThat(file.lineCount()).isEqualTo(1);
    assertThat(file.line(1)).isEmpty();
    assertThatThrownBy(() -> file.line(2)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void aByteOrderMarkIsNotPartOfTheText() {
    SourceFile file = SourceFile.of("A.java", "\uFEFFclass A {}");

    assertThat(new Site(file, 1, 1, 1, 5).text()).isEqualTo("class");
  }

  @Test
  void columnsCountUtf16UnitsAndATabIsOne() {
    SourceFile file = SourceFile.of("A.java", "x\n\t\"\uD83D\uDE00\" + ch;\n");

    assertThat(new Site(file, 2, 9, 2, 10).text()).isEqualTo("ch");
  }

  @Test
  void aRangeBeyondTheLineEndsWithTheLine() {
    SourceFile file = SourceFile.of("A.java", "ab\ncd");

    assertThat(new Site(file, 1, 1, 1, 99).text()).isEqualTo("ab\n");
    assertThat(new Site(file, 2, 1, 2, 99).text()).isEqualTo("cd");
  }

  @Test
  void aSiteThatEndsBeforeItStartsIsRefused() {
    SourceFile file = SourceFile.of("A.java", "ab\ncd");

    assertThatThrownBy(() -> new Site(file, 2, 2, 2, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("A.java:2:2");
  }

  @Property
  boolean lineAndColumnLeadBackToTheOffset(@ForAll("texts") String text) {
    SourceFile file = SourceFile.of("A.java", text);
    return IntStream.range(0, file.text().length())
        .allMatch(i -> file.offset(file.lineAt(i), file.columnAt(i)) == i);
  }

  @Property
  boolean linesAndTheirEndsAreTheWholeText(@ForAll("texts") String text) {
    SourceFile file = SourceFile.of("A.java", text);
    int inLines = IntStream.rangeClosed(1, file.lineCount()).map(i -> file.line(i).length()).sum();
    long ends = file.text().chars().filter(c -> c == '\n' || c == '\r').count();
    return inLines + ends == file.text().length();
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("ab\n\r\t\uD83D\uDE00").ofMaxLength(40);
  }
}
