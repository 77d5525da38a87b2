package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.ir.Primitive;
import dev.chanvet.analyzer.source.Site;
import org.jspecify.annotations.Nullable;

/**
 * An operation that threw.
 *
 * @param exception the exception's class
 * @param primitive what threw; null if a model did, or the receiver was null
 * @param operation what was asked for, as user code names it: {@code Channel.close}
 * @param site the operation in user code
 * @param goroutine who asked
 * @param declaredType the declared type of the receiver where that is what was null; else null
 * @param subject where the channel or counter concerned was made; null if there is none
 * @param closedAt where the channel was closed; null if that is not the reason
 * @param caught how far the exception came
 */
public record Fault(
    String exception,
    @Nullable Primitive primitive,
    String operation,
    Site site,
    int goroutine,
    @Nullable String declaredType,
    @Nullable Origin subject,
    @Nullable Site closedAt,
    Caught caught) {

  /** What became of the exception. */
  public enum Caught {
    /** Nobody caught it: its goroutine ended. */
    NO,
    /** A handler for some class above it, that may not have expected it. */
    BROADLY,
    /** A handler that names exactly this class. */
    BY_NAME
  }

  /** Whether it is a channel's panic that nobody expects, which ends the program. */
  public boolean endsProgram() {
    return caught == Caught.NO && exception.equals("dev.chanvet.runtime.ChannelClosedException");
  }

  /** Whether it was a close that threw. */
  public boolean closes() {
    return primitive == Primitive.CLOSE;
  }

  Fault with(Caught how) {
    return new Fault(
        exception, primitive, operation, site, goroutine, declaredType, subject, closedAt, how);
  }
}
