/** Goroutines that start too early or not at all. */
@NullMarked
package dev.chanvet.rules.starting;

import org.jspecify.annotations.NullMarked;
