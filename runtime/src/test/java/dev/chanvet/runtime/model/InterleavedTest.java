package dev.chanvet.runtime.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanvet.runtime.ChildJvm;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random programs of sends, receives, selects, closes and interrupts, each in many interleavings
 * that are drawn at every lock, claim, sleep and wake-up, and not left to chance: whatever comes
 * out is allowed by Go's rules.
 */
class InterleavedTest {

  /** {@code Programs COUNT INTERLEAVINGS SEED}: in a JVM with {@code -Ddev.chanvet.steps=true}. */
  static final class Programs {
    public static void main(String[] args) throws InterruptedException {
      int interleavings = Integer.parseInt(args[1]);
      long seed = Long.parseLong(args[2]);
      Random random = new Random(seed);
      int seen = 0;
      for (int p = 0; p < Integer.parseInt(args[0]); p++) {
        Program program = Program.random(random, true);
        Set<List<String>> allowed = Model.outcomes(program);
        Set<List<String>> got = new HashSet<>();
        for (int i = 0; i < interleavings; i++) {
          List<String> outcome = Interleaving.outcome(program, i);
          if (!allowed.contains(outcome)) {
            System.out.println("interleaving " + i + " of " + program + " ends with " + outcome);
            System.out.println("allowed: " + allowed);
            System.exit(1);
          }
          got.add(outcome);
        }
        seen += got.size();
      }
      System.out.println("outcomes " + seen);
    }
  }

  @Test
  void fewInterleavings() throws Exception {
    assertThat(outcomes(200, 40, 1)).isGreaterThan(500);
  }

  @Test
  @Tag("long")
  void manyInterleavings() throws Exception {
    assertThat(outcomes(1_500, 100, 2)).isGreaterThan(4_500);
  }

  private static int outcomes(int programs, int interleavings, long seed) throws Exception {
    ChildJvm.Ended child =
        ChildJvm.run(
            Duration.ofMinutes(5),
            List.of("-Ddev.chanvet.steps=true"),
            Programs.class,
            Integer.toString(programs),
            Integer.toString(interleavings),
            Long.toString(seed));
    assertThat(child.output()).startsWith("outcomes ");
    return Integer.parseInt(child.output().strip().substring("outcomes ".length()));
  }
}
