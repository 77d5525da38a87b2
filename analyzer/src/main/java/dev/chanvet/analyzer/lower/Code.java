package dev.chanvet.analyzer.lower;

import dev.chanvet.analyzer.ir.BasicBlock;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Register;
import dev.chanvet.analyzer.ir.TypeRef;
import dev.chanvet.analyzer.source.Site;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The control-flow graph of one function while it grows. There is a current block or, after a jump,
 * none: then the code is unreachable and what is emitted is dropped.
 */
final class Code {
  /**
   * More blocks than this are a sign of {@code finally} blocks that multiply: the function is given
   * up.
   */
  static final int BLOCK_LIMIT = 20_000;

  /** A place to jump to, which may be placed later. */
  static final class Label {
    @Nullable Draft block;
    boolean used;
  }

  /** An exception handler whose block is not yet placed; no types: it catches everything. */
  record Guard(List<TypeRef> types, Register exception, Label target) {}

  /** A block under construction. */
  static final class Draft {
    final List<Instruction> instructions = new ArrayList<>();
    final List<Guard> guards;
    @Nullable Ending ending;

    Draft(List<Guard> guards) {
      this.guards = guards;
    }
  }

  /** How a draft ends. */
  sealed interface Ending {
    Site site();

    record Jump(Site site, Label target) implements Ending {}

    record Fork(Site site, Register condition, Label then, Label otherwise) implements Ending {}

    record Return(Site site, @Nullable Register value) implements Ending {}

    record Throw(Site site, Register exception) implements Ending {}
  }

  private final List<Draft> drafts = new ArrayList<>();
  private List<Guard> guards = List.of();
  private @Nullable Draft current;

  Code() {
    start();
  }

  /** Whether the code that is emitted next can run. */
  boolean reachable() {
    return current != null;
  }

  private Draft start() {
    if (drafts.size() >= BLOCK_LIMIT) {
      throw new Unsupported("the function has too many paths");
    }
    Draft draft = new Draft(guards);
    drafts.add(draft);
    current = draft;
    return draft;
  }

  void emit(Instruction instruction) {
    if (current != null) {
      current.instructions.add(instruction);
    }
  }

  private void end(Ending ending) {
    if (current != null) {
      current.ending = ending;
      current = null;
    }
  }

  void jump(Site site, Label target) {
    target.used |= current != null;
    end(new Ending.Jump(site, target));
  }

  void fork(Site site, Register condition, Label then, Label otherwise) {
    then.used |= current != null;
    otherwise.used |= current != null;
    end(new Ending.Fork(site, condition, then, otherwise));
  }

  void returns(Site site, @Nullable Register value) {
    end(new Ending.Return(site, value));
  }

  void throwing(Site site, Register exception) {
    end(new Ending.Throw(site, exception));
  }

  /**
   * Places a label that all jumps to it precede: without one, and unreachable, the code stays so.
   */
  void place(Site site, Label label) {
    if (current != null || label.used) {
      placeTarget(site, label);
    }
  }

  /** Places a label to which later code may jump: the head of a loop, a handler. */
  void placeTarget(Site site, Label label) {
    Draft before = current;
    Draft block = start();
    label.block = block;
    if (before != null) {
      label.used = true;
      before.ending = new Ending.Jump(site, label);
    }
  }

  /** The handlers of the code that is emitted next, innermost first. */
  List<Guard> guards() {
    return guards;
  }

  /** Sets the handlers of the code that is emitted next. */
  void guard(Site site, List<Guard> next) {
    if (guards.equals(next)) {
      return;
    }
    guards = next;
    if (current != null) {
      placeTarget(site, new Label());
    }
  }

  /** Sets the handlers of the code after the jump that is emitted next. */
  void resumeAfterJump(List<Guard> next) {
    guards = next;
  }

  /** Sets {@code first} in front of the present handlers. */
  void guardAlso(Site site, List<Guard> first) {
    List<Guard> all = new ArrayList<>(first);
    all.addAll(guards);
    guard(site, List.copyOf(all));
  }

  /** The finished graph: without unreachable and empty blocks, straight lines joined. */
  List<BasicBlock> finish(Site end) {
    returns(end, null);
    return new Blocks(drafts).finish();
  }
}
