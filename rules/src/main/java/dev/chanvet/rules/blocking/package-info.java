/** Goroutines that block themselves or each other. */
@NullMarked
package dev.chanvet.rules.blocking;

import org.jspecify.annotations.NullMarked;
