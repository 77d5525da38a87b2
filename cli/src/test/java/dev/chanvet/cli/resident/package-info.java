/** Tests of the pieces of a process that stays; {@code scripts/stay-test} tests the whole. */
@NullMarked
package dev.chanvet.cli.resident;

import org.jspecify.annotations.NullMarked;
