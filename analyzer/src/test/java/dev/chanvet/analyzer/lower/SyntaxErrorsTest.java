package dev.chanvet.analyzer.lower;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A file that does not parse is told in one line, at the place. */
class SyntaxErrorsTest {
  private static String told(String text) {
    Lowered lowered = Lowered.files(text);
    assertThat(lowered.notifications()).hasSize(1);
    return lowered.notifications().get(0).toString();
  }

  @Test
  void inAStatement() {
    assertThat(told("class A {\n  void m() { int x = ; }\n}"))
        .isEqualTo(
            "F0.java:2:22: partly analysed: syntax error: unexpected \";\" [partly-analysed]");
  }

  @Test
  void atTheEnd() {
    assertThat(told("class A {\n  void m() {"))
        .isEqualTo(
            "F0.java:2:12: not analysed: syntax error: unexpected end of file, expected \"}\""
                + " [unparsable-file]");
  }

  @Test
  void inAHeading() {
    assertThat(told("class A {}\nclas B {}"))
        .contains("syntax error: unexpected \"{\"")
        .startsWith("F0.java:2:8:");
  }

  @Test
  void inACharacter() {
    assertThat(told("class A {\n  int # x;\n}"))
        .isEqualTo("F0.java:2:7: not analysed: syntax error: stray \"#\" [unparsable-file]");
  }

  @Test
  void inATextWithoutAnEnd() {
    assertThat(told("class A { String s = \"abc; }"))
        .contains("syntax error: a text or comment that does not end");
  }
}
