package dev.chanvet.analyzer.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanvet.analyzer.lower.Lowering;
import dev.chanvet.analyzer.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What keeps state spaces small, and what is found where they are not. */
class ReductionTest {

  private static Exploration explore(Limits limits, String body) {
    String text =
        """
        import static dev.chanvet.runtime.Go.go;
        import static dev.chanvet.runtime.Select.*;
        import dev.chanvet.runtime.*;
        import java.util.concurrent.atomic.AtomicLong;

        class Program {
          public static void main(String[] args) throws InterruptedException {
        %s
          }
        }
        """
            .formatted(body);
    SourceFile source = SourceFile.of("Program.java", text);
    List<Exploration> explorations =
        new Explorations(Lowering.lower(List.of(source), note -> {}), limits).explore();
    return explorations.getLast();
  }

  private static List<Integer> stuckLines(Exploration exploration) {
    return exploration.stuck().stream()
        .flatMap(stuck -> stuck.blocked().stream())
        .map(blocked -> blocked.site().line() - 7)
        .distinct()
        .sorted()
        .toList();
  }

  private static final String COUNTING =
      """
          Channel<Long> numbers = Channel.make(1);
          AtomicLong last = new AtomicLong();
          go(() -> {
            for (long n = 0; ; n++) {
              numbers.send(n);
            }
          });
          while (true) {
            select(receive(numbers).then(%s));
          }
      """;

  @Test
  void numbersThatNobodyLooksAtAreAllTheSame() {
    Exploration exploration = explore(Limits.DEFAULT, COUNTING.formatted("n -> last.set(n)"));

    assertThat(exploration.complete()).isTrue();
    assertThat(exploration.states()).isLessThan(50);
  }

  @Test
  void numbersThatAHandlerLooksAtAreNot() {
    Exploration exploration =
        explore(
            Limits.DEFAULT,
            COUNTING.formatted("n -> { if (n == 7) { Channel.<Long>nil().send(n); } }"));

    assertThat(stuckLines(exploration)).containsExactly(5, 9);
  }

  private static final String COLLECTING =
      """
          Channel<String> lines = Channel.make(1);
          go(() -> {
            while (true) {
              select(send(lines, "here"), send(lines, args[0]));
            }
          });
          java.util.List<String> log = new java.util.ArrayList<>();
          for (String line : lines) {
            log.add(line);
            System.out.println(%s);
          }
      """;

  @Test
  void whatIsOnlyCollectedAndPrintedDoesNotMatter() {
    Exploration exploration = explore(Limits.DEFAULT, COLLECTING.formatted("log"));

    assertThat(exploration.complete()).isTrue();
    assertThat(exploration.states()).isLessThan(50);
  }

  @Test
  void whatSomebodyLooksIntoDoes() {
    Exploration exploration =
        explore(
            Limits.DEFAULT,
            COLLECTING.formatted(
                "log); if (log.size() == 3) { Channel.nil().receive(); } log.get(0"));

    assertThat(stuckLines(exploration)).contains(10);
  }

  /** Each pair keeps to itself: one order of the pairs is as good as another. */
  @Test
  void pairsThatShareNothingAreFollowedOneAfterTheOther() {
    Exploration exploration =
        explore(
            Limits.DEFAULT,
            """
                for (int i = 0; i < 5; i++) {
                  Channel<Integer> there = Channel.make();
                  Channel<Integer> back = Channel.make();
                  go(() -> {
                    for (int k = 0; k < 5; k++) {
                      select(send(there, k), receive(back));
                    }
                  });
                  go(() -> {
                    for (int k = 0; k < 5; k++) {
                      there.receive();
                    }
                  });
                }
            """);

    assertThat(exploration.complete()).isTrue();
    assertThat(exploration.stuck()).isEmpty();
    assertThat(exploration.states()).isLessThan(1_000);
  }

  private static final String LONG =
      """
          Channel<Integer> %s = Channel.make();
          go(() -> lost.send(1));
          Channel<Integer> numbers = Channel.make(1);
          go(() -> {
            for (int n = 0; n != -1; n++) {
              numbers.send(n);
            }
          });
          Integer n = numbers.receive();
          while (n != null && n != 1_000_003) {
            n = numbers.receive();
          }
          %s
      """;

  @Test
  void whoIsAbandonedIsFoundThoughTheRestIsCut() {
    Exploration exploration = explore(Limits.DEFAULT.upTo(10), LONG.formatted("lost", "n = 1;"));

    assertThat(exploration.complete()).isFalse();
    assertThat(stuckLines(exploration)).containsExactly(2);
  }

  @Test
  void whomSomebodyMayStillHelpIsNotAbandoned() {
    Exploration exploration =
        explore(Limits.DEFAULT.upTo(10), LONG.formatted("lost", "lost.receive();"));

    assertThat(exploration.complete()).isFalse();
    assertThat(exploration.stuck()).isEmpty();
  }

  @Test
  void whomSomebodyMayStillInterruptIsNotAbandoned() {
    Exploration exploration =
        explore(
            Limits.DEFAULT.upTo(10),
            LONG.replace("go(() -> lost", "Goroutine waiting = go(() -> lost")
                .formatted("lost", "waiting.interrupt();"));

    assertThat(exploration.complete()).isFalse();
    assertThat(exploration.stuck()).isEmpty();
  }
}
