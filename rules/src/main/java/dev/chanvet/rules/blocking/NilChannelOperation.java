package dev.chanvet.rules.blocking;

import dev.chanvet.analyzer.explore.Blocked;
import dev.chanvet.analyzer.explore.Fault;
import dev.chanvet.analyzer.finding.Message;
import dev.chanvet.analyzer.finding.RuleInfo;
import dev.chanvet.analyzer.finding.Severity;
import dev.chanvet.analyzer.ir.Primitive;
import dev.chanvet.analyzer.ir.Program;
import dev.chanvet.analyzer.rule.Draft;
import dev.chanvet.analyzer.rule.Pass;
import dev.chanvet.analyzer.rule.Rule;
import dev.chanvet.rules.Wording;
import java.util.List;
import java.util.Set;

/** An operation on a channel that is null or nil. */
public final class NilChannelOperation implements Rule {
  private static final Set<String> CHANNEL_TYPES =
      Set.of(
          "dev.chanvet.runtime.Channel",
          "dev.chanvet.runtime.SendChannel",
          "dev.chanvet.runtime.ReceiveChannel");

  private static final Set<String> CHANNEL_METHODS =
      Set.of("send", "trySend", "receive", "tryReceive");

  private static final RuleInfo INFO =
      RuleInfo.of(
          "nil-channel-operation",
          Severity.ERROR,
          "an operation on a channel that is null or nil",
          """
          Sending to `Channel.nil()` or receiving from it blocks for ever; closing it throws. Every operation on a
          null reference throws `NullPointerException`. Mostly a field was never assigned.

          ```java wrong
          Channel<Integer> numbers = Channel.nil();
          numbers.send(1); // blocks for ever
          ```

          ```java right
          Channel<Integer> numbers = Channel.make(1);
          numbers.send(1);
          ```

          Not reported: null and nil arms of a select, which disable the arm (see nil-select-arm).
          """,
          List.of("concurrency", "null", "channel"));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Pass pass) {
    pass.causes((exploration, cause) -> {
      Blocked blocked = cause.first();
      if (blocked.isChannelOperation()
          && blocked.isOnNil()
          && blocked.primitive() != Primitive.SELECT) {
        Blocked.Subject subject = blocked.subjects().getFirst();
        pass.report(
            Draft.of(INFO, blocked.site(), exploration, cause.stuck().trace())
                .about(subject.origin(), "nil channel")
                .blocked(blocked)
                .as(
                    new Message(
                        Wording.verb(blocked) + " a nil channel blocks for ever",
                        "'" + Wording.name(subject.origin()) + "' is nil here",
                        "make the channel before it is used")));
      }
    });
    pass.crashes((exploration, crash) -> {
      Fault fault = crash.fault();
      if (isOnNull(pass.program(), fault)) {
        pass.report(
            Draft.of(INFO, fault.site(), exploration, crash.trace())
                .about(fault.subject(), "nil channel")
                .panicked(fault.goroutine(), "NullPointerException")
                .as(
                    new Message(
                        "operation on a channel that is null",
                        "it throws a NullPointerException here",
                        "make the channel before it is used")));
      }
    });
  }

  private static boolean isOnNull(Program program, Fault fault) {
    return fault.exception().equals("java.lang.NullPointerException")
        && fault.caught() == Fault.Caught.NO
        && (fault.closes() || isOnNullReference(program, fault));
  }

  /**
   * A null receiver of a channel type; where its type is not known, of a method only channels have.
   */
  private static boolean isOnNullReference(Program program, Fault fault) {
    return fault.declaredType() != null
        ? CHANNEL_TYPES.contains(fault.declaredType())
        : CHANNEL_METHODS.contains(fault.operation())
            && program.functions().stream()
                .filter(
                    function -> !function.isStatic() && function.name().equals(fault.operation()))
                .allMatch(function -> CHANNEL_TYPES.contains(function.owner()));
  }
}
