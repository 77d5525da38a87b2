/** Arms of a select that can never be chosen. */
@NullMarked
package dev.chanvet.rules.selecting;

import org.jspecify.annotations.NullMarked;
