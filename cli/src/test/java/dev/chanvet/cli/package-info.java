/** Tests of the command as users meet it: words in, text and an exit code out. */
@NullMarked
package dev.chanvet.cli;

import org.jspecify.annotations.NullMarked;
