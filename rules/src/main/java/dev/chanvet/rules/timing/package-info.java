/** Timers that fire too late, never, or for ever. */
@NullMarked
package dev.chanvet.rules.timing;

import org.jspecify.annotations.NullMarked;
