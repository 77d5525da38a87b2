package dev.chanvet.analyzer.flow;

/**
 * A join-semilattice of finite height: what can be known at a point, ordered from nothing to
 * everything.
 *
 * <p>Laws, for all a, b, c: {@code join} is associative, commutative and idempotent; {@code
 * join(bottom, a) = a}. Elements are immutable and compared by {@code equals}.
 *
 * @param <F> the facts
 */
public interface Lattice<F> {
  /** The least element: nothing reaches this point yet. */
  F bottom();

  /** The least element that is at least {@code a} and at least {@code b}. */
  F join(F a, F b);
}
