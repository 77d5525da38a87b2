/**
 * The goals that Maven runs: sources of a module in, findings in the build's log and a SARIF file
 * out.
 *
 * <p>In: what Maven knows of a module, that is its source folders, its classpath and its toolchain.
 * Out: {@code target/chanvet/chanvet.sarif}, lines of {@code path:line:column}, and a build that
 * passes or fails. Never done here: analysis. The {@code chanvet} command does that, in a JVM of
 * its own, because it needs Java 21 where Maven may run on 17; so both find the same.
 *
 * <pre>
 *   SourceSelection - Cache - Tool (on a Jdk) - SarifLog - Baseline - Verdict
 * </pre>
 */
@NullMarked
package dev.chanvet.maven;

import org.jspecify.annotations.NullMarked;
