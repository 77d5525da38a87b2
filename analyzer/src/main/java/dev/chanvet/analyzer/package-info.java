/**
 * Finds channel misuse in Java source code.
 *
 * <p>In: files and folders. Out: an analysis result of findings and notifications, ready to be
 * reported. The packages, in the order in which the data travels:
 *
 * <pre>
 *   source - syntax - lower - ir - flow - facts - explore - rule - finding - fix - report
 * </pre>
 */
@NullMarked
package dev.chanvet.analyzer;

import org.jspecify.annotations.NullMarked;
