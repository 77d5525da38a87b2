/** Tests of the module as a whole. */
@NullMarked
package dev.chanvet.analyzer;

import org.jspecify.annotations.NullMarked;
