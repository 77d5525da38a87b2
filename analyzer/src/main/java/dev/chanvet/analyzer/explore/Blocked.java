package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.ir.FunctionId;
import dev.chanvet.analyzer.ir.Primitive;
import dev.chanvet.analyzer.source.Site;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A goroutine that can never move again.
 *
 * @param goroutine its id in the trace
 * @param primitive what it waits in
 * @param operation how user code names that: {@code Channel.send}
 * @param site the operation in user code
 * @param startedAt where the goroutine was started; null for the root's own
 * @param subjects the channels, counters, locks that it waits for (several for a select)
 * @param needs the goroutines that might still have ended the wait, were they not stuck as well
 * @param delayedBy the goroutines that would end the wait if they ever came to the end of what they
 *     do, which nothing makes them do
 * @param needsItself whether only its own later code would end the wait
 * @param helpersStartedAt where its later code starts the goroutines that would end the wait; empty
 *     if it would end it itself, or nobody would
 * @param neverShared whether no other goroutine ever had what it waits for
 * @param inEndlessLoop whether the operation is in a loop that is left only by what it waits for,
 *     so that waiting is its normal state
 * @param serves whether it waits for work as a service's worker does, which is normal as long as
 *     nobody waits for the worker
 * @param clientsMayHelp whether code that the root does not run, another method of the same object,
 *     could end the wait
 * @param stack the user functions it is in, innermost first
 */
public record Blocked(
    int goroutine,
    Primitive primitive,
    String operation,
    Site site,
    @Nullable Site startedAt,
    List<Subject> subjects,
    Set<Integer> needs,
    Set<Integer> delayedBy,
    boolean needsItself,
    Set<Site> helpersStartedAt,
    boolean neverShared,
    boolean inEndlessLoop,
    boolean serves,
    boolean clientsMayHelp,
    List<FunctionId> stack) {
  public Blocked {
    subjects = List.copyOf(subjects);
    needs = Set.copyOf(needs);
    delayedBy = Set.copyOf(delayedBy);
    helpersStartedAt = Set.copyOf(helpersStartedAt);
    stack = List.copyOf(stack);
  }

  /** Whether it waits in a send, a receive or a select. */
  public boolean isChannelOperation() {
    return primitive == Primitive.SEND
        || primitive == Primitive.RECEIVE
        || primitive == Primitive.SELECT;
  }

  /** Whether it waits for a receiver: in a send, or a select that could send. */
  public boolean wantsToSend() {
    return subjects.stream().anyMatch(subject -> subject.kind() == Kind.A_RECEIVER);
  }

  /** Whether it waits for a lock or a permit. */
  public boolean waitsForLock() {
    return subjects.stream()
        .anyMatch(s -> s.kind() == Kind.A_LOCK || (s.kind() == Kind.A_COUNT && isInLibraryLock()));
  }

  /** Whether it waits in a lock or semaphore of a library, which is made of a counter. */
  private boolean isInLibraryLock() {
    String owner = operation.replaceFirst("\\..*", "");
    return owner.endsWith("Lock") || owner.equals("Semaphore") || owner.equals("Once");
  }

  /** Whether it waits for somebody to signal a condition, or to complete a future. */
  public boolean waitsForNews() {
    String owner = operation.replaceFirst("\\..*", "");
    boolean future = owner.endsWith("Future") || owner.equals("FutureTask");
    return subjects.stream()
        .anyMatch(s -> s.kind() == Kind.A_SIGNAL || (future && s.kind() == Kind.A_COUNT));
  }

  /** Whether something that it waits for is null or nil: that is what should be mended. */
  public boolean hasNil() {
    return subjects.stream().anyMatch(Subject::nil);
  }

  /** Whether all that it waits for is null or nil. */
  public boolean isOnNil() {
    return subjects.stream().allMatch(Subject::nil);
  }

  /**
   * One thing that a goroutine waits for.
   *
   * @param kind what the wait needs
   * @param origin where it was made; null for the null reference
   * @param nil whether it is null or a nil channel, on which nothing ever happens
   * @param droppedAt of a channel: the call that returned it to nobody; null if there is none
   * @param unstartedAt where a thread was made that has it, and was never started; null if there is
   *     none
   */
  public record Subject(
      Kind kind,
      @Nullable Origin origin,
      boolean nil,
      @Nullable Site droppedAt,
      @Nullable Site unstartedAt) {}

  /** What a wait needs from somebody. */
  public enum Kind {
    A_RECEIVER,
    A_SENDER_OR_CLOSE,
    A_COUNT,
    A_LOCK,
    A_SIGNAL,
    AN_END
  }
}
