/**
 * Go's channels for Java: goroutines, channels, {@code select}, and a runtime that says what is
 * wrong when they hang.
 *
 * <p>A goroutine is a virtual thread started by {@link dev.chanvet.runtime.Go#go(GoBody)}.
 * Goroutines talk through channels: {@link dev.chanvet.runtime.SendChannel#send} waits until
 * somebody takes the value (or the buffer has room), {@link
 * dev.chanvet.runtime.ReceiveChannel#receive} waits until there is one.
 *
 * <pre>{@code
 * Go.run(() -> {
 *   Channel<Integer> squares = Channel.make();
 *   go(() -> {
 *     for (int i = 1; i <= 3; i++) squares.send(i * i);
 *     squares.close();
 *   });
 *   for (int square : squares) System.out.println(square);   // 1 4 9
 * });
 * }</pre>
 *
 * <p>{@link dev.chanvet.runtime.Select} waits for the first of several operations. {@link
 * dev.chanvet.runtime.Go#run} notices when every goroutine is asleep and throws {@link
 * dev.chanvet.runtime.DeadlockException} with their stacks. {@link dev.chanvet.runtime.LeakCheck}
 * does the same for goroutines that a test left behind.
 *
 * <p>Values are never null, because {@code null} is what a receive returns from a channel that is
 * closed and drained: Go's {@code v, ok := <-ch} in one value.
 */
@NullMarked
package dev.chanvet.runtime;

import org.jspecify.annotations.NullMarked;
