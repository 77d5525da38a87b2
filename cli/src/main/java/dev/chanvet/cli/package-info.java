/**
 * The {@code chanvet} command: arguments in, a report and an exit code out.
 *
 * <p>In: the words of a command line. Out: a report on standard output or in files, notes for the
 * reader on standard error, and one of the exit codes that {@code chanvet --help} lists. Never done
 * here: analysis, and the shape of any report.
 *
 * <pre>
 *   chanvet check src --format sarif --output chanvet.sarif --fail-on error
 * </pre>
 */
@NullMarked
package dev.chanvet.cli;

import org.jspecify.annotations.NullMarked;
