/**
 * What earlier runs have found out, so that it need not be found out again.
 *
 * <p>In: what the analysis of a group of files has come to, or the models of the library, and all
 * that it depends on. Out: the same, in a later run, if nothing of that has changed. Never done
 * here: analysis. A report is the same with and without it.
 *
 * <pre>
 *   Key(version, rules, settings, names and texts of the files) - Cache - Outcome
 * </pre>
 */
@NullMarked
package dev.chanvet.analyzer.cache;

import org.jspecify.annotations.NullMarked;
