package dev.chanvet.rules.receiving;

import dev.chanvet.analyzer.explore.Exploration;
import dev.chanvet.analyzer.explore.Observations.EmptyReceive;
import dev.chanvet.analyzer.explore.Observations.Spin;
import dev.chanvet.analyzer.facts.CallGraph;
import dev.chanvet.analyzer.facts.Hierarchy;
import dev.chanvet.analyzer.finding.Message;
import dev.chanvet.analyzer.finding.RuleInfo;
import dev.chanvet.analyzer.finding.Severity;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.FunctionId;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Instruction.Invoke;
import dev.chanvet.analyzer.rule.Draft;
import dev.chanvet.analyzer.rule.Pass;
import dev.chanvet.analyzer.rule.Rule;
import dev.chanvet.analyzer.source.Site;
import dev.chanvet.rules.Loops;
import dev.chanvet.rules.receiving.ReceivedValue.Fate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A loop receives from a channel that gets closed, and never looks at null. */
public final class UncheckedClosedReceive implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "unchecked-closed-receive",
          Severity.WARNING,
          "a loop receives from a channel that gets closed, and never looks at null",
          """
          Once a channel is closed and drained, each receive returns null at once. A loop that takes this for a
          value throws at the first use of it, or spins.

          ```java wrong
          Channel<String> words = Channel.make();
          go(() -> {
            words.send("one");
            words.close();
          });
          while (true) {
            print(words.receive().length()); // null after the close
          }
          ```

          ```java right
          Channel<String> words = Channel.make();
          go(() -> {
            words.send("one");
            words.close();
          });
          for (String word : words) {
            print(word.length());
          }
          ```

          Not reported: the value is compared with null or handed on, unless the loop then goes round for
          ever; a result that is not used; a loop that takes no more than is sent.
          """,
          List.of("concurrency", "close", "channel"));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Pass pass) {
    if (pass.explorations().stream().allMatch(e -> e.observations().emptyReceives().isEmpty())) {
      return;
    }
    Hierarchy hierarchy = new Hierarchy(pass.program());
    CallGraph calls = new CallGraph(hierarchy);
    Map<Site, Fate> fates = fates(hierarchy, calls);
    for (Exploration exploration : pass.explorations()) {
      for (EmptyReceive receive : exploration.observations().emptyReceives()) {
        Fate fate = fates.getOrDefault(receive.site(), Fate.CHECKED);
        FunctionId id = receive.handler();
        Function handler = id == null ? null : pass.program().function(id);
        if (handler != null && fates.containsKey(receive.site())) {
          fate = ReceivedValue.ofLastParameter(hierarchy, calls, handler);
        }
        if (fate == Fate.DEREFERENCED || (fate == Fate.USED && receive.again())) {
          pass.report(
              Draft.of(INFO, receive.site(), exploration, receive.trace())
                  .as(
                      message(
                          fate == Fate.DEREFERENCED
                              ? "its channel gets closed, and what it returns is used without"
                                  + " looking"
                              : "its channel gets closed, and the loop goes on with null")));
        }
      }
      for (Spin loop : exploration.observations().emptyLoops()) {
        Fate fate = fates.getOrDefault(loop.site(), Fate.CHECKED);
        if (fate == Fate.CHECKED) {
          pass.report(
              Draft.of(INFO, loop.site(), exploration, loop.trace())
                  .as(message("its channel gets closed, and the loop goes round for ever")));
        }
      }
    }
  }

  /** Of each receive and select in a loop of user code, what becomes of its result. */
  private static Map<Site, Fate> fates(Hierarchy hierarchy, CallGraph calls) {
    Map<Site, Fate> fates = new HashMap<>();
    for (Function function : hierarchy.program().functions()) {
      if (hierarchy.isModel(function.owner())) {
        continue;
      }
      for (int block = 0; block < function.blocks().size(); block++) {
        List<Instruction> instructions = function.blocks().get(block).instructions();
        for (int i = 0; i < instructions.size(); i++) {
          if (instructions.get(i) instanceof Invoke invoke
              && (invoke.name().equals("receive") || invoke.name().equals("select"))
              && Loops.contain(function, block)) {
            fates.put(invoke.site(), ReceivedValue.of(hierarchy, calls, function, block, i));
          }
        }
      }
    }
    return fates;
  }

  private static Message message(String why) {
    return new Message(
        "this receive may return null",
        why,
        "loop over the channel itself, or end the loop when null is received");
  }
}
