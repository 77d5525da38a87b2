package dev.chanvet.rules.selecting;

import dev.chanvet.analyzer.explore.Blocked;
import dev.chanvet.analyzer.explore.Exploration;
import dev.chanvet.analyzer.explore.Exploration.ArmUse;
import dev.chanvet.analyzer.finding.Message;
import dev.chanvet.analyzer.finding.RuleInfo;
import dev.chanvet.analyzer.finding.Severity;
import dev.chanvet.analyzer.ir.BasicBlock;
import dev.chanvet.analyzer.ir.FieldRef;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Primitive;
import dev.chanvet.analyzer.ir.Program;
import dev.chanvet.analyzer.rule.Draft;
import dev.chanvet.analyzer.rule.Pass;
import dev.chanvet.analyzer.rule.Rule;
import dev.chanvet.rules.Definitions;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An arm of a select is never ready, because its channel is always null or nil there. */
public final class NilSelectArm implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "nil-select-arm",
          Severity.WARNING,
          "a select arm whose channel is null or nil whenever the select is reached",
          """
          An arm on a null or nil channel is never ready. Setting a channel variable to null disables an arm on
          purpose; but an arm that is dead every time was meant to be alive. A select all of whose
          arms are dead blocks for ever: that is an error.

          ```java wrong
          Channel<String> replies = null; // never assigned
          select(
              receive(requests).then(r -> serve(r)),
              receive(replies).then(r -> print(r)));
          ```

          ```java right
          Channel<String> replies = Channel.make();
          select(
              receive(requests).then(r -> serve(r)),
              receive(replies).then(r -> print(r)));
          ```

          Not reported: the variable is set to null after its channel was closed, or set to a channel later, or
          is a field that a constructor sets for other objects than those that the program makes.
          """,
          List.of("concurrency", "select", "channel"));

  private record Place(Object arm, Object select) {}

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Pass pass) {
    Set<Object> alive = new HashSet<>();
    for (Exploration exploration : pass.explorations()) {
      exploration.arms().stream()
          .filter(ArmUse::everAlive)
          .forEach(arm -> alive.add(new Place(arm.site(), arm.select())));
    }
    Set<Object> found = new HashSet<>();
    for (Exploration exploration : pass.explorations()) {
      Map<Object, ArmUse> blocked = new HashMap<>();
      for (ArmUse arm : exploration.arms()) {
        if (alive.contains(new Place(arm.site(), arm.select()))) {
          continue;
        }
        if (!arm.ownerAlive()) {
          blocked.putIfAbsent(arm.select(), arm);
        } else if (exploration.complete() && !isForOthers(pass.program(), arm)) {
          pass.report(
              Draft.of(INFO, arm.site(), exploration, arm.trace())
                  .related(arm.select(), "it is selected from here")
                  .as(deadArm()));
        }
      }
      for (ArmUse arm : blocked.values()) {
        pass.report(
            Draft.of(INFO, arm.select(), exploration, arm.trace())
                .severity(Severity.ERROR)
                .related(arm.site(), "this arm's channel is null or nil, and so are all others")
                .as(allDead()));
        found.add(arm.select());
      }
    }
    pass.causes((exploration, cause) -> {
      Blocked blocked = cause.first();
      if (isAllDead(exploration, blocked) && found.add(blocked.site())) {
        pass.report(
            Draft.of(INFO, blocked.site(), exploration, cause.stuck().trace())
                .severity(Severity.ERROR)
                .blocked(blocked)
                .as(allDeadThen()));
      }
    });
  }

  /**
   * Whether the arm's channel is in a field that a constructor sets for some objects, though for
   * none of those that this program makes.
   */
  private static boolean isForOthers(Program program, ArmUse arm) {
    Set<FieldRef> read = new HashSet<>();
    Set<FieldRef> set = new HashSet<>();
    for (Function function : program.functions()) {
      Definitions definitions = new Definitions(function);
      boolean constructor = function.kind() == Function.Kind.CONSTRUCTOR;
      for (BasicBlock block : function.blocks()) {
        for (Instruction instruction : block.instructions()) {
          if (instruction instanceof Instruction.Invoke call && call.site().equals(arm.site())) {
            call.arguments().stream()
                .map(definitions::of)
                .filter(Instruction.LoadField.class::isInstance)
                .forEach(load -> read.add(((Instruction.LoadField) load).field()));
          } else if (constructor
              && instruction instanceof Instruction.StoreField store
              && definitions.of(store.value()) instanceof Instruction.Invoke) {
            set.add(store.field());
          }
        }
      }
    }
    return !Collections.disjoint(read, set);
  }

  /** A goroutine stuck in a select whose arms are alive on other schedules. */
  private static boolean isAllDead(Exploration exploration, Blocked blocked) {
    return blocked.primitive() == Primitive.SELECT
        && !blocked.subjects().isEmpty()
        && blocked.isOnNil()
        && exploration.arms().stream()
            .filter(arm -> arm.select().equals(blocked.site()))
            .allMatch(arm -> arm.everAlive() && !arm.everUnknown());
  }

  private static Message deadArm() {
    return new Message(
        "this arm is never ready",
        "its channel is null or nil whenever the select is reached",
        "assign the channel before the select, or remove the arm");
  }

  private static Message allDeadThen() {
    return new Message(
        "this select blocks for ever",
        "on some schedule the channels of all its arms are null or nil when it is reached",
        "keep the channel in a final variable, or end the loop when all arms are disabled");
  }

  private static Message allDead() {
    return new Message(
        "this select blocks for ever",
        "the channels of all its arms are null or nil",
        "assign a channel to one of the arms, or end the loop when all are disabled");
  }
}
