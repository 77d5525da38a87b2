/**
 * How channels work inside. Not exported: nothing here is for users.
 *
 * <p>The parts, bottom up: {@link dev.chanvet.runtime.internal.Parking} puts a thread to sleep
 * until somebody completes it; {@link dev.chanvet.runtime.internal.WaitList} queues such sleepers;
 * {@link dev.chanvet.runtime.internal.LockedChannel} is a channel guarded by a spin lock with two
 * such queues, with one subclass per flavor; {@link dev.chanvet.runtime.internal.Selection} sleeps
 * in several queues at once. {@link dev.chanvet.runtime.internal.RunningGoroutine} is a goroutine,
 * {@link dev.chanvet.runtime.internal.Scope} those of one run, and {@link
 * dev.chanvet.runtime.internal.DeadlockDetector} looks at them from outside: the channels
 * themselves count nothing.
 */
@NullMarked
package dev.chanvet.runtime.internal;

import org.jspecify.annotations.NullMarked;
