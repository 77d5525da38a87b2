package dev.chanvet.analyzer.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanvet.analyzer.flow.Lattice;
import dev.chanvet.analyzer.ir.Primitive;
import java.util.BitSet;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The lattices that facts are made of keep the laws that the fixpoint relies on. */
class LatticeLawsTest {
  @Property
  void registers(
      @ForAll("registers") BitSet a, @ForAll("registers") BitSet b, @ForAll("registers") BitSet c) {
    assertLaws(Liveness.REGISTERS, a, b, c);
  }

  @Property
  void primitives(@ForAll Set<Primitive> a, @ForAll Set<Primitive> b, @ForAll Set<Primitive> c) {
    assertLaws(Summaries.PRIMITIVES, a, b, c);
  }

  @Property
  void joinChangesNeitherSide(@ForAll("registers") BitSet a, @ForAll("registers") BitSet b) {
    BitSet before = (BitSet) a.clone();

    Liveness.REGISTERS.join(a, b).flip(0, 100);

    assertThat(a).isEqualTo(before);
  }

  @Provide
  Arbitrary<BitSet> registers() {
    return Arbitraries.integers()
        .between(0, 70)
        .set()
        .map(set -> IntStream.of(set.stream().mapToInt(i -> i).toArray()))
        .map(numbers -> numbers.collect(BitSet::new, BitSet::set, BitSet::or));
  }

  private static <F> void assertLaws(Lattice<F> lattice, F a, F b, F c) {
    assertThat(lattice.join(a, a)).as("idempotent").isEqualTo(a);
    assertThat(lattice.join(a, b)).as("commutative").isEqualTo(lattice.join(b, a));
    assertThat(lattice.join(lattice.join(a, b), c))
        .as("associative")
        .isEqualTo(lattice.join(a, lattice.join(b, c)));
    assertThat(lattice.join(lattice.bottom(), a)).as("bottom is neutral").isEqualTo(a);
    F least = lattice.join(a, b);
    assertThat(lattice.join(least, b)).as("an upper bound").isEqualTo(least);
  }
}
