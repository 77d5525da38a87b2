package dev.chanvet.analyzer.flow;

/**
 * What a node does to the fact that reaches it. Monotone: a larger input never gives a smaller
 * output, or the fixpoint would depend on the order of the work.
 *
 * @param <F> the facts
 */
@FunctionalInterface
public interface Transfer<F> {
  /** The fact after {@code node}, given the join of what reaches it. */
  F apply(int node, F before);
}
