/**
 * Exploration: an abstract machine runs the intermediate representation from a root and visits
 * every interleaving of its goroutines, breadth first, within a budget.
 *
 * <p>In: a {@link dev.chanvet.analyzer.ir.Program} and its {@code facts}. Out: an {@link
 * dev.chanvet.analyzer.explore.Exploration}: what went wrong in which reachable state, and the
 * shortest {@link dev.chanvet.analyzer.explore.Trace} to it. Never done here: deciding what is
 * worth a report, or its words.
 *
 * <p>A {@link dev.chanvet.analyzer.explore.State} is a heap, static fields, and goroutines with
 * their stacks. Between two operations that other goroutines can notice (send, lock, a shared field
 * that changes ...) a goroutine runs by itself; so a transition is one such operation and the local
 * steps after it. What the program's text does not decide is a {@link
 * dev.chanvet.analyzer.explore.Value.Unknown}; it is decided when a branch needs it, both ways, and
 * remembered, so that two tests of one variable agree.
 */
@NullMarked
package dev.chanvet.analyzer.explore;

import org.jspecify.annotations.NullMarked;
