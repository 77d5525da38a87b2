package dev.chanvet.analyzer.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanvet.analyzer.explore.JdkAnswers.Answer;
import dev.chanvet.analyzer.ir.TypeRef;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** What is asked of the JDK, and what is not. */
@Isolated("another language is set for a moment")
class JdkAnswersTest {
  private static final String LONG = "a".repeat(40);

  private static @Nullable Value text(String text, String method, Value... arguments) {
    Answer answer = JdkAnswers.of("", method, new Value.Text(text), List.of(arguments), List.of());
    return answer == null ? null : answer.value();
  }

  private static @Nullable Answer math(String owner, String method, Value... arguments) {
    return JdkAnswers.of("java.lang." + owner, method, null, List.of(arguments), List.of());
  }

  @Test
  void textsAndNumbersAreAnswered() {
    assertThat(text("abc", "substring", Value.of(1))).isEqualTo(new Value.Text("bc"));
    assertThat(text("a", "compareTo", new Value.Text("b"))).isEqualTo(Value.of(-1));
    assertThat(math("Math", "max", Value.of(2), Value.of(3)))
        .isEqualTo(new Answer(Value.of(3), null, TypeRef.UNKNOWN, null));
    assertThat(math("Math", "sqrt", Value.of(9)))
        .isEqualTo(new Answer(new Value.Real(3), null, TypeRef.UNKNOWN, null));
  }

  @Test
  void arraysAreAnsweredByTheirElements() {
    Answer answer =
        JdkAnswers.of("", "split", new Value.Text("a,b"), List.of(new Value.Text(",")), List.of());
    assertThat(answer).isNotNull();
    assertThat(answer.elements()).containsExactly(new Value.Text("a"), new Value.Text("b"));
  }

  @Test
  void whatIsThrownIsThrown() {
    Answer answer = math("Integer", "parseInt", new Value.Text("x"));
    assertThat(answer).isNotNull();
    assertThat(answer.exception()).isEqualTo("java.lang.NumberFormatException");
  }

  @Test
  void patternsThatMayTakeForEverAreNotTried() {
    assertThat(text(LONG, "matches", new Value.Text("a*a*a*a*a*a*a*a*a*a*b"))).isNull();
    assertThat(text(LONG, "matches", new Value.Text("(a|aa)+b"))).isNull();
    assertThat(text(LONG, "replaceAll", new Value.Text("(a+){20}b"), new Value.Text(""))).isNull();
    assertThat(text("abc", "matches", new Value.Text("[a-c]+"))).isEqualTo(Value.TRUE);
  }

  @Test
  void whatAllObjectsHaveIsNotAsked() {
    assertThat(text("lock", "notifyAll")).isNull();
    assertThat(text("lock", "wait")).isNull();
  }

  @Test
  void theMachinesLanguageHasNoPart() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.of("tr"));
    try {
      assertThat(text("TITLE", "toLowerCase")).isEqualTo(new Value.Text("title"));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void theSystemIsNotAsked() {
    assertThat(math("Boolean", "getBoolean", new Value.Text("user.name"))).isNull();
    assertThat(math("Math", "random")).isNull();
  }

  @Test
  void aTextThatStandsForAnyIsNone() {
    assertThat(JdkAnswers.of("", "length", LiveRegisters.ANY_TEXT, List.of(), List.of())).isNull();
  }
}
