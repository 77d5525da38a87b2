package dev.chanvet.analyzer.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanvet.analyzer.source.Site;
import dev.chanvet.analyzer.source.SourceFile;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WitnessTest {
  private static final SourceFile FILE = SourceFile.of("A.java", "a\nb\nc\n");
  private static final Site A = Site.at(FILE, 1, 1);
  private static final Site B = Site.at(FILE, 2, 1);
  private static final Site C = Site.at(FILE, 3, 1);

  @Test
  void anOperationThatThrowsIsOneStep() {
    Witness witness =
        new Witness(
            List.of(step(1, A, "closes it"), step(1, B, "closes it a second time")),
            List.of(end(1, GoroutineEnd.State.PANICKED, B, "throws ChannelClosedException")));

    assertThat(witness.story(B))
        .extracting(WitnessStep::message)
        .containsExactly("closes it", "closes it a second time and throws ChannelClosedException");
  }

  @Test
  void aGoroutineThatBlocksWhereItWasBeforeTakesAStepMore() {
    Witness witness =
        new Witness(
            List.of(step(1, A, "sends to it")),
            List.of(end(1, GoroutineEnd.State.BLOCKED, A, "blocked for ever in Channel.send")));

    assertThat(witness.story(A))
        .extracting(WitnessStep::message)
        .containsExactly("sends to it", "blocked for ever in Channel.send");
  }

  @Test
  void theFindingsPlaceComesLast() {
    Witness witness =
        new Witness(
            List.of(step(1, A, "starts goroutine 2")),
            List.of(
                end(1, GoroutineEnd.State.BLOCKED, B, "blocked for ever in Channel.receive"),
                end(2, GoroutineEnd.State.BLOCKED, C, "blocked for ever in Channel.send"),
                end(3, GoroutineEnd.State.ENDED, null, "has returned")));

    assertThat(witness.story(B)).extracting(WitnessStep::site).containsExactly(A, C, B);
  }

  private static WitnessStep step(int goroutine, Site site, String message) {
    return new WitnessStep(goroutine, "goroutine " + goroutine, site, message);
  }

  private static GoroutineEnd end(
      int goroutine, GoroutineEnd.State state, @Nullable Site site, String message) {
    return new GoroutineEnd(goroutine, "goroutine " + goroutine, state, site, message);
  }
}
