/** Tests of reading files, and of the arithmetic of lines and columns. */
@NullMarked
package dev.chanvet.analyzer.source;

import org.jspecify.annotations.NullMarked;
