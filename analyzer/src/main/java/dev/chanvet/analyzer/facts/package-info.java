/**
 * What holds in a program before it is explored: which types there are and what they inherit, which
 * functions may call which, which registers are live, which functions and values can matter to
 * channels at all.
 *
 * <p>In: a {@link dev.chanvet.analyzer.ir.Program}. Out: immutable facts, each an
 * over-approximation that says in its Javadoc what it may get wrong. Never done here: running
 * anything, reporting anything.
 */
@NullMarked
package dev.chanvet.analyzer.facts;

import org.jspecify.annotations.NullMarked;
