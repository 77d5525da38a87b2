/** Objects that two goroutines use at once. */
@NullMarked
package dev.chanvet.rules.sharing;

import org.jspecify.annotations.NullMarked;
