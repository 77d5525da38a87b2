/**
 * What the analysis has to say: findings with their witnesses, and what became of them.
 *
 * <p>In: what the rules found, and the comments and annotations that allow some of it. Out: an
 * {@link dev.chanvet.analyzer.finding.AnalysisResult}, sorted, with a fingerprint for every finding
 * that survives edits elsewhere. Never done here: deciding whether code is wrong, and printing.
 *
 * <pre>{@code
 * var message =
 *     new Message(
 *         "second close of 'results'",
 *         "it was closed in line 12 on every path that leads here",
 *         "close a channel once, in the goroutine that sends");
 * }</pre>
 */
@NullMarked
package dev.chanvet.analyzer.finding;

import org.jspecify.annotations.NullMarked;
