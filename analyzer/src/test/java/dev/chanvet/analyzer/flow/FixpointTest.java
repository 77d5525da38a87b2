package dev.chanvet.analyzer.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.junit.jupiter.api.Test;

/** The worklist against what plain iteration finds, on graphs of any shape. */
class FixpointTest {
  /** What comes along at each node, less what it takes away, and more what it adds. */
  private record Problem(
      List<Set<Integer>> added, List<Set<Integer>> removed, List<Tuple2<Integer, Integer>> edges) {
    int nodes() {
      return added.size();
    }

    List<Integer> predecessors(int node) {
      return edges.stream().filter(e -> e.get2() == node).map(Tuple2::get1).distinct().toList();
    }

    List<Integer> successors(int node) {
      return edges.stream().filter(e -> e.get1() == node).map(Tuple2::get2).distinct().toList();
    }

    Set<Integer> transfer(int node, Set<Integer> before) {
      Set<Integer> after = new HashSet<>(before);
      after.removeAll(removed.get(node));
      after.addAll(added.get(node));
      return after;
    }

    /** The output of a node, given the outputs of all. */
    Set<Integer> output(int node, List<Set<Integer>> outputs) {
      Set<Integer> before = new HashSet<>();
      predecessors(node).forEach(predecessor -> before.addAll(outputs.get(predecessor)));
      return transfer(node, before);
    }
  }

  private static final Lattice<Set<Integer>> SETS =
      new Lattice<>() {
        @Override
        public Set<Integer> bottom() {
          return Set.of();
        }

        @Override
        public Set<Integer> join(Set<Integer> a, Set<Integer> b) {
          Set<Integer> union = new HashSet<>(a);
          union.addAll(b);
          return union;
        }
      };

  @Property
  void isTheLeastSolution(@ForAll("problems") Problem problem) {
    List<Set<Integer>> found =
        Fixpoint.solve(
            problem.nodes(), problem::predecessors, problem::successors, SETS, problem::transfer);

    assertThat(found).isEqualTo(byPlainIteration(problem));
  }

  @Test
  void aGraphWithoutNodesHasNoFacts() {
    assertThat(
            Fixpoint.solve(0, node -> List.of(), node -> List.of(), SETS, (node, before) -> before))
        .isEmpty();
  }

  /** From nothing upwards, all nodes in each round, until nothing changes. */
  private static List<Set<Integer>> byPlainIteration(Problem problem) {
    List<Set<Integer>> outputs = new ArrayList<>();
    for (int node = 0; node < problem.nodes(); node++) {
      outputs.add(Set.of());
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int node = problem.nodes() - 1; node >= 0; node--) {
        Set<Integer> output = problem.output(node, outputs);
        changed |= !output.equals(outputs.set(node, output));
      }
    }
    return outputs;
  }

  @Provide
  Arbitrary<Problem> problems() {
    Arbitrary<Set<Integer>> facts = Arbitraries.integers().between(0, 5).set().ofMaxSize(3);
    return Arbitraries.integers()
        .between(1, 9)
        .flatMap(nodes -> {
          Arbitrary<Integer> node = Arbitraries.integers().between(0, nodes - 1);
          return Combinators.combine(
                  facts.list().ofSize(nodes),
                  facts.list().ofSize(nodes),
                  Combinators.combine(node, node).as(Tuple::of).list().ofMaxSize(20))
              .as(Problem::new);
        });
  }
}
