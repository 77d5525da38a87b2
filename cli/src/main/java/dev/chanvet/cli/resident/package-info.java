/**
 * A process that stays after a check, so that the next ones find a warm JVM.
 *
 * <p>In: connections of the launcher ({@code scripts/stay}) from this machine. Out: what the
 * command prints, and its exit code. Never done here: anything that {@code chanvet} would not do by
 * itself; whoever gets no answer runs it in a process of its own.
 *
 * <p>A file leads to the process: {@code PORT KNOCK ANSWER}. Whoever connects says the knock, and
 * believes only who says the answer. Then:
 *
 * <pre>
 *   launcher                             resident
 *   KNOCK                          -->
 *                                  &lt;--   ANSWER 7            or busy, or the end of the connection
 *   KNOCK 7 out, KNOCK 7 err       -->                       two more connections
 *   command line and environment   -->   runs it, and prints to the two
 *                                  &lt;--   exit code
 * </pre>
 *
 * <p>If the first connection ends before that, the process ends too, as if it had been interrupted.
 */
@NullMarked
package dev.chanvet.cli.resident;

import org.jspecify.annotations.NullMarked;
