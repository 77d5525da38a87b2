package dev.chanvet.runtime;

import static dev.chanvet.runtime.Go.go;
import static dev.chanvet.runtime.Waiting.untilBlocked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.chanvet.runtime.junit.LeakCheckExtension;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.testkit.engine.EngineTestKit;

class LeakCheckTest {
  private static final Duration SHORT = Duration.ofMillis(50);

  @Test
  void tellsWhatIsLeftAndInterruptsIt() throws InterruptedException {
    Channel<Integer> ch = Channel.make();
    LeakCheck leaks = LeakCheck.start(SHORT);
    Goroutine leaked = go("left over", () -> ch.send(1));
    untilBlocked(leaked);
    assertThatThrownBy(leaks::close)
        .isInstanceOf(GoroutineLeakError.class)
        .hasMessageStartingWith("1 goroutine leaked\n\ngoroutine ")
        .hasMessageContaining("\"left over\" [chan send]:\n")
        .hasMessageContaining("LeakCheckTest.java:");
    leaked.join();
  }

  @Test
  void waitsForThoseThatEnd() {
    try (LeakCheck leaks = LeakCheck.start(Duration.ofSeconds(20))) {
      assertThat(leaks).isNotNull();
      go(() -> Thread.sleep(30));
    }
  }

  @Test
  void whatWasThereBeforeIsNoLeak() throws InterruptedException {
    Channel<Integer> ch = Channel.make();
    Goroutine before = go(() -> ch.receive());
    try (LeakCheck leaks = LeakCheck.start(SHORT)) {
      assertThat(leaks).isNotNull();
      assertThat(before.state()).isNotEqualTo(GoroutineState.ENDED);
    }
    ch.send(1);
    before.join();
  }

  @Test
  void theExtensionFailsTheTestThatLeaks() {
    EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(Leaky.class))
        .configurationParameter("junit.jupiter.conditions.deactivate", "*")
        .execute()
        .testEvents()
        .assertStatistics(tests -> tests.started(2).failed(1).succeeded(1));
  }

  /** Run by the test above only. */
  @ExtendWith(LeakCheckExtension.class)
  @org.junit.jupiter.api.Disabled("leaks on purpose")
  static class Leaky {
    @Test
    void leaks() {
      go(() -> Channel.make().receive());
    }

    @Test
    void doesNot() throws InterruptedException {
      Channel<Integer> ch = Channel.make();
      go(() -> ch.send(1));
      assertThat(ch.receive()).isEqualTo(1);
    }
  }
}
