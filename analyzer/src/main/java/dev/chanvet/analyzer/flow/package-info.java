/**
 * The dataflow framework: a {@link dev.chanvet.analyzer.flow.Lattice} of facts, a {@link
 * dev.chanvet.analyzer.flow.Transfer} function per node of a graph, and the {@link
 * dev.chanvet.analyzer.flow.Fixpoint} that a worklist finds.
 *
 * <p>In: any finite graph whose nodes are numbered from 0. Out: one fact a node. Never done here:
 * anything about channels.
 */
@NullMarked
package dev.chanvet.analyzer.flow;

import org.jspecify.annotations.NullMarked;
