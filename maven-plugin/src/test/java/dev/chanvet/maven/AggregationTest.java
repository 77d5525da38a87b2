package dev.chanvet.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class AggregationTest {
  private static final Places PLACES = new Places(Path.of("/p"), Path.of("/p"));

  @Test
  void joinsResultsAndRulesInOneRun() {
    SarifLog one = Logs.withRules(List.of("b", "c"));
    Logs.add(one, "c", "one/A.java", "1");
    SarifLog two = Logs.withRules(List.of("a", "c"));
    Logs.add(two, "c", "two/B.java", "2");
    Logs.add(two, "a", "two/C.java", "3");

    SarifLog all = Aggregation.of(List.of(one, two));

    assertThat(all.root().path("runs")).hasSize(1);
    assertThat(all.run().at("/tool/driver/rules").findValuesAsText("id"))
        .containsExactly("a", "b", "c");
    assertThat(all.findings(PLACES))
        .extracting(Finding::place)
        .containsExactly("one/A.java:3:5", "two/B.java:3:5", "two/C.java:3:5");
    assertThat(all.results().findValues("ruleIndex"))
        .extracting(node -> node.asInt())
        .containsExactly(2, 2, 0);
    assertThat(one.results()).hasSize(1);
  }

  @Test
  void marksAreThereInAllResultsOrInNone() {
    SarifLog plain = Logs.withRules(List.of("a"));
    Logs.add(plain, "a", "A.java", "1");
    SarifLog marked = Logs.withRules(List.of("a"));
    Logs.add(marked, "a", "B.java", "2").put("baselineState", "unchanged");

    SarifLog all = Aggregation.of(List.of(plain, marked));

    assertThat(all.results().findValuesAsText("baselineState")).containsExactly("new", "unchanged");
    assertThat(all.results().get(0).has("suppressions")).isFalse();
    assertThat(Summary.of(all, all.findings(PLACES)))
        .isEqualTo("chanvet: 1 error, 1 in the baseline");
  }

  @Test
  void aFindingIsShownAsCompilersDo() {
    SarifLog log = Logs.withRules(List.of("a"));
    Logs.add(log, "a", "with%20space/A.java", "1");
    assertThat(log.findings(PLACES))
        .extracting(Finding::toString)
        .containsExactly("with space/A.java:3:5: Second close after the first. [a]");
  }
}
