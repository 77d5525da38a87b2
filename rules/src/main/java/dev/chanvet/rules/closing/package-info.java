/** Misuse of close. */
@NullMarked
package dev.chanvet.rules.closing;

import org.jspecify.annotations.NullMarked;
