package dev.chanvet.analyzer.lower;

import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Register;
import dev.chanvet.analyzer.lower.Code.Guard;
import dev.chanvet.analyzer.lower.Code.Label;
import dev.chanvet.analyzer.source.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What {@code break}, {@code continue}, {@code yield} and {@code return} leave: the statements
 * around the present one, innermost last. A jump out of a {@code try} or {@code synchronized} runs
 * its cleanup on the way, with the handlers and variables that hold outside of it.
 */
final class Jumps {
  private sealed interface Frame {}

  /** A statement that a jump can end or repeat. */
  private record Target(
      List<String> names,
      boolean unnamed,
      Label end,
      @Nullable Label next,
      @Nullable Register result)
      implements Frame {}

  /** What must run when control leaves a statement. */
  private record Cleanup(Runnable body, List<Guard> guards, int scope) implements Frame {}

  private final FunctionLowering f;
  private List<Frame> frames = new ArrayList<>();
  private List<String> pendingNames = new ArrayList<>();

  Jumps(FunctionLowering f) {
    this.f = f;
  }

  /** The next loop or block that is opened carries this label of the source. */
  void name(String label) {
    pendingNames.add(label);
  }

  private List<String> takeNames() {
    List<String> names = pendingNames;
    pendingNames = new ArrayList<>();
    return names;
  }

  void openLoop(Label end, Label next) {
    frames.add(new Target(takeNames(), true, end, next, null));
  }

  void openSwitch(Label end) {
    frames.add(new Target(takeNames(), true, end, null, null));
  }

  void openSwitchExpression(Label end, Register result) {
    frames.add(new Target(List.of(), false, end, null, result));
  }

  void openLabeled(Label end) {
    frames.add(new Target(takeNames(), false, end, null, null));
  }

  /**
   * Opens a statement that {@code cleanup} follows, however it is left.
   *
   * @param guards the handlers outside of the statement
   */
  void openCleanup(Runnable cleanup, List<Guard> guards) {
    frames.add(new Cleanup(cleanup, guards, f.locals.open()));
  }

  /** Closes what was opened last. */
  void close() {
    frames.remove(frames.size() - 1);
  }

  /** Whether a return from here runs cleanups. */
  boolean hasCleanup() {
    return frames.stream().anyMatch(frame -> frame instanceof Cleanup);
  }

  /** Jumps to the end of the innermost target, or of the one named; false if there is none. */
  boolean breakTo(Site site, @Nullable String name) {
    Target target = leave(site, t -> name == null ? t.unnamed() : t.names().contains(name));
    if (target != null) {
      f.code.jump(site, target.end());
    }
    return target != null;
  }

  /** Jumps to the next round of the innermost loop, or of the one named; false if there is none. */
  boolean continueTo(Site site, @Nullable String name) {
    Target target =
        leave(site, t -> t.next() != null && (name == null || t.names().contains(name)));
    if (target != null && target.next() != null) {
      f.code.jump(site, target.next());
    }
    return target != null;
  }

  /** The register for the value of the innermost switch expression; null outside of one. */
  @Nullable Register yieldRegister() {
    for (int i = frames.size() - 1; i >= 0; i--) {
      if (frames.get(i) instanceof Target target && target.result() != null) {
        return target.result();
      }
    }
    return null;
  }

  /** Jumps to the end of the innermost switch expression, whose value is {@code value}. */
  void yieldTo(Site site, Register value) {
    Target target = leave(site, t -> t.result() != null);
    if (target != null && target.result() != null) {
      if (!target.result().equals(value)) {
        f.emit(new Instruction.Copy(site, target.result(), value));
      }
      f.code.jump(site, target.end());
    }
  }

  void returnFrom(Site site, @Nullable Register value) {
    leave(site, t -> false);
    f.code.returns(site, value);
  }

  /**
   * Runs the cleanups between here and the innermost target that {@code wanted} accepts, or all of
   * them if there is none. What follows in the function is where it was before.
   */
  private @Nullable Target leave(Site site, Predicate<Target> wanted) {
    List<Frame> before = frames;
    List<Guard> guards = f.code.guards();
    Target found = null;
    for (int i = before.size() - 1; i >= 0 && found == null; i--) {
      if (before.get(i) instanceof Target target) {
        found = wanted.test(target) ? target : null;
      } else if (before.get(i) instanceof Cleanup cleanup && f.code.reachable()) {
        frames = new ArrayList<>(before.subList(0, i));
        run(site, cleanup);
      }
    }
    frames = before;
    f.code.resumeAfterJump(guards);
    return found;
  }

  private void run(Site site, Cleanup cleanup) {
    f.code.guard(site, cleanup.guards());
    List<Locals.Local> inner = f.locals.close(cleanup.scope());
    cleanup.body().run();
    f.locals.reopen(inner);
  }
}
