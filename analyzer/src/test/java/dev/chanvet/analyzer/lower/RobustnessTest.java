package dev.chanvet.analyzer.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.Printer;
import dev.chanvet.analyzer.ir.Program;
import dev.chanvet.analyzer.ir.Verifier;
import dev.chanvet.analyzer.source.Notification;
import dev.chanvet.analyzer.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is no Java, or too much of it, costs its own file and nothing else. */
class RobustnessTest {
  private static final String SOUND =
      "package t; import dev.chanvet.runtime.*; class Sound { void m() { Channel.make(); } }";

  private static final String EVERYTHING =
      """
      package t;
      import dev.chanvet.runtime.*;
      import java.util.*;
      import static dev.chanvet.runtime.Go.go;
      class Every<T extends Comparable<T>> {
        enum E { A { int v() { return 1; } }, B; int v() { return 0; } }
        record P(Object a, int b) { P { if (b < 0) b = 0; } }
        int n = 3; static final Channel<Integer> C = Channel.make(2);
        { n = 4; }
        Every(int n) { this.n = n; }
        int m(Object o, List<Channel<Integer>> all, E e) throws Exception {
          outer: for (Channel<Integer> c : all) {
            for (int i = 0; i < n; i++) { if (i == 2) continue outer; go(() -> c.send(n)); }
          }
          try (var x = open()) { synchronized (this) { n += x == null ? 1 : 2; } }
          catch (IllegalStateException | IllegalArgumentException f) { throw f; }
          finally { C.close(); }
          Runnable r = new Runnable() { int k = n; public void run() { k++; all.clear(); } };
          class Local { Object get() { return o; } }
          int[][] grid = {{1, 2}, new int[3]};
          do { grid[0][1]--; } while (grid[0][1] > 0 && !(o instanceof P(String s, var t) && t > 1));
          return switch (o) {
            case null -> 0;
            case String s when s.isEmpty() -> { yield 1; }
            case E q -> switch (q) { case A -> 1; case B -> 2; };
            default -> new Local().get() == r ? 1 : 2;
          };
        }
        AutoCloseable open() { return C::close; }
      }
      """;

  private static void assertSound(Lowered lowered) {
    assertThat(Verifier.verify(lowered.program())).isEmpty();
    assertThat(lowered.print("Every")).isNotEmpty();
  }

  @Test
  void theWholeSourceIsSound() {
    assertSound(Lowered.files(EVERYTHING));
  }

  @Test
  void aTruncatedFileNeverFails() {
    for (int end = 0; end < EVERYTHING.length(); end += 7) {
      assertOthersSurvive(EVERYTHING.substring(0, end));
    }
  }

  @Test
  void aMutatedFileNeverFails() {
    Random random = new Random(4711);
    for (int round = 0; round < 300; round++) {
      StringBuilder text = new StringBuilder(EVERYTHING);
      for (int i = random.nextInt(3); i >= 0; i--) {
        mutate(text, random);
      }
      assertOthersSurvive(text.toString());
    }
  }

  private static void mutate(StringBuilder text, Random random) {
    int at = random.nextInt(text.length() - 12);
    switch (random.nextInt(4)) {
      case 0 -> text.deleteCharAt(at);
      case 1 -> text.delete(at, at + 1 + random.nextInt(10));
      case 2 -> text.insert(at, "{}()<>;:,.\"'@?->=case yield\\u".charAt(random.nextInt(28)));
      default -> text.insert(at, text.substring(at, at + 1 + random.nextInt(10)));
    }
  }

  private static void assertOthersSurvive(String text) {
    List<Notification> notifications = new ArrayList<>();
    List<SourceFile> files =
        List.of(SourceFile.of("Broken.java", text), SourceFile.of("Sound.java", SOUND));
    Program program = Lowering.lower(files, notifications::add);
    assertThat(Verifier.verify(program)).as(text).isEmpty();
    assertThat(program.type("t.Sound")).as(text).isNotNull();
    assertThat(notifications).as(text).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void anUnreadableStatementTakesWhatItNamesWithIt() {
    Lowered lowered =
        Lowered.types(
            """
            class T {
              void m(Channel<Integer> c, Channel<Integer> d) { c.send(1 +); d.close(); }
              void k() {}
            }
            """);
    Function function = lowered.function("T.m(");
    assertThat(function.isPartial()).isTrue();
    assertThat(Printer.print(function))
        .contains("perform escape(c)", "perform escape(this)", "invoke d.close()")
        .doesNotContain("escape(d)");
    assertThat(lowered.function("T.k(").isPartial()).isFalse();
    assertThat(lowered.notifications()).singleElement().asString().startsWith("F0.java:7:");
  }

  @Test
  void aLostMemberMakesAllOfItsFilePartial() {
    Lowered lowered =
        Lowered.types("class T { void m() {} int int int; void k() {} }\nclass U { void m() {} }");
    assertThat(lowered.notifications()).hasSize(1);
    assertThat(lowered.program().functions())
        .filteredOn(function -> function.id().value().startsWith("t."))
        .allMatch(Function::isPartial);
  }

  @Test
  void nestingTooDeepForTheParserIsRefused() {
    String text = "class A { Runnable r = " + "() -> { f(".repeat(13) + ");}".repeat(13) + "; }";
    Lowered lowered = Lowered.files(text, SOUND);
    assertThat(lowered.notifications())
        .singleElement()
        .asString()
        .isEqualTo(
            "F0.java: not analysed: lambdas and class bodies nested deeper than 12"
                + " [unparsable-file]");
    assertThat(lowered.program().type("t.Sound")).isNotNull();
  }

  @Test
  void deepExpressionsAreNoObstacle() {
    String sum = "1" + " + f(n)".repeat(3_000);
    String calls = "f(".repeat(1_500) + "1" + ")".repeat(1_500);
    String chain = "s" + ".trim()".repeat(1_500);
    Lowered lowered =
        Lowered.members(
            "int f(int n) { return n; } void m(int n, String s) { int a = %s; f(%s); %s; }"
                .formatted(sum, calls, chain));
    assertThat(lowered.notifications()).isEmpty();
    assertThat(lowered.function("T.m(").isPartial()).isFalse();
  }

  @Test
  void cleanupsThatMultiplyAreGivenUp() {
    String body =
        "try { if (n == 1) return; if (n == 2) return; k(); } finally { ".repeat(12)
            + "k();"
            + " }".repeat(12);
    Lowered lowered = Lowered.members("void k() {} void m(int n) { " + body + " }");
    assertThat(lowered.function("T.m(").isPartial()).isTrue();
    assertThat(lowered.notifications()).singleElement().asString().contains("too many paths");
  }

  @Test
  void marksCarriageReturnsAndUnicodeEscapesAreJava() {
    Lowered lowered =
        Lowered.files(
            "\uFEFFpackage t; class A { void m() { } }",
            "package t;\rclass B {\r  void m() { }\r}",
            "package t; class C { char q = '\\u0022'; \\u0076oid m() { } }");
    assertThat(lowered.notifications()).isEmpty();
    assertThat(lowered.function("A.m(").site().column()).isEqualTo(27);
    assertThat(lowered.function("B.m(").site().line()).isEqualTo(3);
    assertThat(lowered.function("C.m(").hasBody()).isTrue();
  }

  @Test
  void programsInSeveralFoldersHaveTypesOfTheSameName() {
    String main = "class Main { static Worker w = new Worker(); static Main m = new Main(); }";
    String worker = "class Worker {}";
    List<SourceFile> files =
        List.of(
            SourceFile.of("one/Main.java", main),
            SourceFile.of("one/Worker.java", worker),
            SourceFile.of("two/Main.java", main),
            SourceFile.of("two/Worker.java", worker));
    String printed = Printer.print(Lowering.lower(files, n -> {}));
    assertThat(printed)
        .contains("static Main.w = t0", "t0 = new Worker\n", "t1 = new Main\n")
        .contains("static Main#2.w = t0", "t0 = new Worker#2\n", "t1 = new Main#2\n");
  }

  @Test
  void theOrderOfFilesDoesNotMatter() {
    SourceFile a = SourceFile.of("A.java", EVERYTHING);
    SourceFile b = SourceFile.of("B.java", SOUND);
    Program forwards = Lowering.lower(List.of(a, b), n -> {});
    Program backwards = Lowering.lower(List.of(b, a), n -> {});
    assertThat(Printer.print(forwards)).isEqualTo(Printer.print(backwards));
  }
}
