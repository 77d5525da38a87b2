/**
 * The runtime beside its peers. Each peer has a class that writes the same workloads in its own
 * words; {@link dev.chanvet.benchmarks.Run} times one of them in a fresh JVM, and the script {@code
 * benchmarks/run} makes the table.
 */
@NullMarked
package dev.chanvet.benchmarks;

import org.jspecify.annotations.NullMarked;
