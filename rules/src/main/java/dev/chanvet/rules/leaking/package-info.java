/** Goroutines that are left behind. */
@NullMarked
package dev.chanvet.rules.leaking;

import org.jspecify.annotations.NullMarked;
