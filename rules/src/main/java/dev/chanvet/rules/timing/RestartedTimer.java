package dev.chanvet.rules.timing;

import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Instruction.Invoke;
import dev.chanvet.analyzer.ir.Register;
import dev.chanvet.analyzer.source.Site;
import dev.chanvet.rules.Definitions;
import dev.chanvet.rules.Loops;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A timer that is made anew on each turn of a loop, where the turn never lasts until it fires.
 *
 * @param site where it is made
 * @param reason why it does not fire
 */
record RestartedTimer(Site site, String reason) {
  private static final String RUNTIME = "dev.chanvet.runtime.";

  /** Those of one function, in order of its blocks. */
  static List<RestartedTimer> in(Function function) {
    List<Invoke> repeated = new ArrayList<>();
    for (int block = 0; block < function.blocks().size(); block++) {
      for (Instruction instruction : function.blocks().get(block).instructions()) {
        if (instruction instanceof Invoke invoke
            && (is(invoke, "Select", "select") || isTimer(invoke))
            && Loops.contain(function, block)) {
          repeated.add(invoke);
        }
      }
    }
    List<RestartedTimer> found = new ArrayList<>();
    if (!repeated.isEmpty()) {
      Definitions definitions = new Definitions(function);
      for (Invoke invoke : repeated) {
        if (!isTimer(invoke)) {
          inSelect(definitions, repeated, invoke, found);
        } else if (isOnlyPolled(definitions, invoke)) {
          found.add(new RestartedTimer(invoke.site(), "it is only asked without waiting"));
        }
      }
    }
    return found;
  }

  private static void inSelect(
      Definitions definitions, List<Invoke> repeated, Invoke select, List<RestartedTimer> found) {
    boolean otherwise = false;
    Invoke timer = null;
    OptionalLong period = OptionalLong.empty();
    for (Register argument : select.arguments()) {
      Invoke arm = arm(definitions, argument);
      if (arm == null) {
        continue;
      }
      otherwise |= arm.name().equals("otherwise");
      if (arm.name().equals("timeout")) {
        timer = arm;
      } else if (arm.name().equals("receive")) {
        Invoke source = source(definitions, arm.arguments().getFirst());
        timer = source != null && repeated.contains(source) ? source : timer;
        if (source != null && is(source, "Ticker", "every")) {
          period = definitions.nanos(source.arguments().getFirst());
        }
      }
    }
    if (timer != null && otherwise) {
      found.add(new RestartedTimer(timer.site(), "the otherwise arm ends the turn at once"));
    } else if (timer != null && period.isPresent()) {
      OptionalLong delay = definitions.nanos(timer.arguments().getFirst());
      if (delay.isPresent() && delay.getAsLong() > period.getAsLong()) {
        found.add(new RestartedTimer(timer.site(), "the ticker ends the turn before"));
      }
    }
  }

  /** The call that makes an arm, before {@code map} and {@code then}. */
  private static @Nullable Invoke arm(Definitions definitions, Register register) {
    Invoke call = definitions.call(register);
    while (call != null && (call.name().equals("map") || call.name().equals("then"))) {
      call = definitions.call(call.receiver());
    }
    return call != null && call.owner() != null && call.owner().name().equals(RUNTIME + "Select")
        ? call
        : null;
  }

  /** The call that makes the timer or ticker whose channel a register holds. */
  private static @Nullable Invoke source(Definitions definitions, Register channel) {
    Invoke call = definitions.call(channel);
    return call != null && call.name().equals("channel") ? definitions.call(call.receiver()) : call;
  }

  /** Whether all that is ever done with the timer is to ask its channel without waiting. */
  private static boolean isOnlyPolled(Definitions definitions, Invoke timer) {
    Register made = timer.target();
    if (made == null || definitions.of(made) != timer) {
      return false;
    }
    List<Instruction> uses = definitions.uses(made);
    return !uses.isEmpty()
        && uses.stream().allMatch(use -> isPoll(use) || isChannelOnlyPolled(definitions, use));
  }

  private static boolean isChannelOnlyPolled(Definitions definitions, Instruction use) {
    return use instanceof Invoke invoke
        && invoke.name().equals("channel")
        && invoke.target() != null
        && definitions.uses(invoke.target()).stream().allMatch(RestartedTimer::isPoll);
  }

  private static boolean isPoll(Instruction use) {
    return use instanceof Invoke invoke
        && invoke.name().equals("tryReceive")
        && invoke.arguments().isEmpty();
  }

  private static boolean isTimer(Invoke invoke) {
    return is(invoke, "Timer", "after") || is(invoke, "Timers", "after");
  }

  private static boolean is(Invoke invoke, String owner, String name) {
    return invoke.name().equals(name)
        && invoke.owner() != null
        && invoke.owner().name().equals(RUNTIME + owner);
  }
}
