/** Channels that are more than is needed. */
@NullMarked
package dev.chanvet.rules.queueing;

import org.jspecify.annotations.NullMarked;
