/**
 * jcstress: what two threads may see of each other through a channel. Each class here runs its
 * actors many millions of times on threads of the machine; an outcome that the package
 * documentation of the runtime rules out fails the run. {@code scripts/full/stress} starts it.
 */
@NullMarked
package dev.chanvet.stress;

import org.jspecify.annotations.NullMarked;
