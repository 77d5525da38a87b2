package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.facts.Hierarchy;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Instruction.Invoke;
import dev.chanvet.analyzer.source.Site;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reading a goroutine's stack as its user would: frames of models are part of the call that enters
 * them.
 */
final class Stacks {
  private Stacks() {}

  /** The source position of the innermost user code. */
  static Site userSite(Goroutine goroutine, Hierarchy hierarchy) {
    int user = userFrame(goroutine, hierarchy);
    return goroutine.stack.get(Math.max(user, 0)).site();
  }

  /** The variable that the innermost user code assigns what it now calls to, if any. */
  static @Nullable String resultName(Goroutine goroutine, Hierarchy hierarchy) {
    int user = userFrame(goroutine, hierarchy);
    if (user < 0) {
      return null;
    }
    Frame frame = goroutine.stack.get(user);
    return switch (frame.instruction()) {
      case Invoke call -> call.resultName();
      case Instruction.NewObject made ->
          constructorCall(frame, made).map(Invoke::resultName).orElse(null);
      case null, default -> null;
    };
  }

  private static Optional<Invoke> constructorCall(Frame frame, Instruction.NewObject made) {
    return frame.function.blocks().get(frame.block).instructions().stream()
        .skip(frame.position)
        .filter(Invoke.class::isInstance)
        .map(Invoke.class::cast)
        .filter(call -> call.name().equals("<init>") && made.target().equals(call.receiver()))
        .findFirst();
  }

  /**
   * What the innermost user code calls: {@code Channel.send}; {@code synchronized} for a monitor.
   */
  static String operation(Goroutine goroutine, Hierarchy hierarchy) {
    int user = userFrame(goroutine, hierarchy);
    List<Frame> stack = goroutine.stack;
    if (user + 1 < stack.size()) {
      Frame called = stack.get(user + 1);
      String owner = named(called.function.owner(), user < 0 ? null : stack.get(user), hierarchy);
      return owner.substring(owner.lastIndexOf('.') + 1) + "." + called.function.name();
    }
    return switch (goroutine.top().instruction()) {
      case Instruction.EnterMonitor enter -> "synchronized";
      case Invoke invoke -> invoke.name();
      case null, default -> "access";
    };
  }

  /** Where what a model makes now comes from, as its user sees it. */
  static Origin origin(Goroutine goroutine, Hierarchy hierarchy) {
    return new Origin(
        userSite(goroutine, hierarchy),
        resultName(goroutine, hierarchy),
        operation(goroutine, hierarchy));
  }

  /** A type that models have in common is not known to users: the name that they know it by. */
  private static String named(String owner, @Nullable Frame user, Hierarchy hierarchy) {
    if (!owner.startsWith("dev.chanvet.model.")) {
      return owner;
    }
    if (user != null
        && user.instruction() instanceof Invoke call
        && call.owner() != null
        && hierarchy.isModel(call.owner().name())) {
      return call.owner().name();
    }
    return hierarchy.ancestors(owner).stream()
        .filter(above -> !above.startsWith("dev.chanvet.model."))
        .findFirst()
        .orElse(owner);
  }

  /** The outermost frame of the model that the goroutine is in; null in user code. */
  static @Nullable Frame modelFrame(Goroutine goroutine, Hierarchy hierarchy) {
    int user = userFrame(goroutine, hierarchy);
    return user + 1 < goroutine.stack.size() ? goroutine.stack.get(user + 1) : null;
  }

  /** Whether the innermost user code does not look at what the model that it calls answers. */
  static boolean ignoresResult(Goroutine goroutine, Hierarchy hierarchy) {
    int user = userFrame(goroutine, hierarchy);
    return user >= 0
        && user + 1 < goroutine.stack.size()
        && goroutine.stack.get(user).instruction() instanceof Invoke call
        && call.target() == null;
  }

  private static int userFrame(Goroutine goroutine, Hierarchy hierarchy) {
    for (int i = goroutine.stack.size() - 1; i >= 0; i--) {
      if (!hierarchy.isModel(goroutine.stack.get(i).function.owner())) {
        return i;
      }
    }
    return -1;
  }
}
