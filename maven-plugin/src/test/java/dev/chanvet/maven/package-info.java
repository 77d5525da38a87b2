/** Tests of what the goals are made of; the goals themselves are tested by builds in src/it. */
@NullMarked
package dev.chanvet.maven;

import org.jspecify.annotations.NullMarked;
