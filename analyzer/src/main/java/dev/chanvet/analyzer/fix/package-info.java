/**
 * From a proposal to a change of the text.
 *
 * <p>In: what a rule proposes, and the file it is about, parsed. Out: a {@link
 * dev.chanvet.analyzer.finding.Fix}, if the code has the shape that makes the change safe: it still
 * compiles, and keeps line ends, tabs and comments. Never done here: finding out whether the change
 * mends anything; the edited program is analysed for that.
 *
 * <pre>
 *   REMOVE_STATEMENT of numbers.close() in line 14  -  "remove the close in line 14"
 * </pre>
 */
@NullMarked
package dev.chanvet.analyzer.fix;

import org.jspecify.annotations.NullMarked;
