package dev.chanvet.analyzer.lower;

import dev.chanvet.analyzer.ir.BasicBlock;
import dev.chanvet.analyzer.ir.Handler;
import dev.chanvet.analyzer.ir.Terminator;
import dev.chanvet.analyzer.lower.Code.Draft;
import dev.chanvet.analyzer.lower.Code.Ending;
import dev.chanvet.analyzer.lower.Code.Guard;
import dev.chanvet.analyzer.lower.Code.Label;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns drafts into basic blocks. Jumps through empty blocks go straight to where those lead,
 * blocks that nothing reaches are dropped, and a block whose only predecessor can only go there is
 * joined to it, so that a state of the program counter is a place where something happens.
 */
final class Blocks {
  private final List<Draft> drafts;
  private final Map<Draft, Integer> entries = new IdentityHashMap<>();
  private final Map<Draft, Integer> numbers = new IdentityHashMap<>();

  Blocks(List<Draft> drafts) {
    this.drafts = drafts;
  }

  List<BasicBlock> finish() {
    countEntries();
    List<Draft> kept = new ArrayList<>();
    Set<Draft> joined = new HashSet<>();
    for (Draft draft : drafts) {
      if (entries.containsKey(draft) && !joined.contains(draft)) {
        join(draft, joined);
        numbers.put(draft, kept.size());
        kept.add(draft);
      }
    }
    if (!joined.isEmpty()) {
      kept.removeIf(joined::contains);
      for (int i = 0; i < kept.size(); i++) {
        numbers.put(kept.get(i), i);
      }
    }
    return kept.stream().map(this::block).toList();
  }

  /** Finds the reachable drafts and how many jumps lead to each. */
  private void countEntries() {
    Deque<Draft> open = new ArrayDeque<>();
    enter(drafts.get(0), open);
    while (!open.isEmpty()) {
      Draft draft = open.pop();
      for (Label label : targets(ending(draft))) {
        enter(destination(label), open);
      }
      for (Guard guard : draft.guards) {
        enter(destination(guard.target()), open);
        entries.merge(destination(guard.target()), 1, Integer::sum);
      }
    }
  }

  private void enter(Draft draft, Deque<Draft> open) {
    if (entries.merge(draft, 1, Integer::sum) == 1) {
      open.push(draft);
    }
  }

  private static List<Label> targets(Ending ending) {
    return switch (ending) {
      case Ending.Jump jump -> List.of(jump.target());
      case Ending.Fork fork -> List.of(fork.then(), fork.otherwise());
      case Ending.Return r -> List.of();
      case Ending.Throw t -> List.of();
    };
  }

  private static Ending ending(Draft draft) {
    if (draft.ending == null) {
      throw new IllegalStateException("a block without an end");
    }
    return draft.ending;
  }

  /** Where a jump to {@code label} arrives once empty blocks are passed. */
  private static Draft destination(Label label) {
    Draft first = block(label);
    Draft draft = first;
    for (int steps = 0; draft.instructions.isEmpty() && steps < 1_000; steps++) {
      if (!(ending(draft) instanceof Ending.Jump jump) || block(jump.target()) == draft) {
        return draft;
      }
      draft = block(jump.target());
      if (draft == first) {
        return first;
      }
    }
    return draft;
  }

  private static Draft block(Label label) {
    if (label.block == null) {
      throw new IllegalStateException("a jump to a label that is not placed");
    }
    return label.block;
  }

  /** Appends to {@code draft} the blocks that only it leads to. */
  private void join(Draft draft, Set<Draft> joined) {
    Draft next = onlySuccessor(draft);
    while (next != null && next != draft && !joined.contains(next)) {
      draft.instructions.addAll(next.instructions);
      draft.ending = next.ending;
      joined.add(next);
      next = onlySuccessor(draft);
    }
  }

  private @Nullable Draft onlySuccessor(Draft draft) {
    if (!(ending(draft) instanceof Ending.Jump jump)) {
      return null;
    }
    Draft next = destination(jump.target());
    boolean cannotThrow = next.instructions.isEmpty() && !(ending(next) instanceof Ending.Throw);
    boolean same = cannotThrow || next.guards.equals(draft.guards);
    return next != drafts.get(0) && entries.getOrDefault(next, 0) == 1 && same ? next : null;
  }

  private BasicBlock block(Draft draft) {
    List<Handler> handlers = new ArrayList<>(draft.guards.size());
    for (Guard guard : draft.guards) {
      handlers.add(new Handler(guard.types(), guard.exception(), number(guard.target())));
    }
    return new BasicBlock(number(draft), draft.instructions, terminator(ending(draft)), handlers);
  }

  private Terminator terminator(Ending ending) {
    return switch (ending) {
      case Ending.Jump jump -> new Terminator.Goto(jump.site(), number(jump.target()));
      case Ending.Fork fork ->
          new Terminator.Branch(
              fork.site(), fork.condition(), number(fork.then()), number(fork.otherwise()));
      case Ending.Return r -> new Terminator.Return(r.site(), r.value());
      case Ending.Throw t -> new Terminator.Throw(t.site(), t.exception());
    };
  }

  private int number(Label label) {
    return number(destination(label));
  }

  private int number(Draft draft) {
    Integer number = numbers.get(draft);
    if (number == null) {
      throw new IllegalStateException("a jump to a block that nothing reaches");
    }
    return number;
  }
}
