/** Waits for counters and signals that never come. */
@NullMarked
package dev.chanvet.rules.waiting;

import org.jspecify.annotations.NullMarked;
