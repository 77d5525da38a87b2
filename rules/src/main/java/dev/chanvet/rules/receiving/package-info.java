/** What receivers do with what they get. */
@NullMarked
package dev.chanvet.rules.receiving;

import org.jspecify.annotations.NullMarked;
