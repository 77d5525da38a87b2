package dev.chanvet.analyzer.ir;

import dev.chanvet.analyzer.source.Site;
import org.jspecify.annotations.Nullable;

/** How a basic block ends. Targets are indices into {@link Function#blocks()}. */
public sealed interface Terminator {
  /** The piece of source that decides. */
  Site site();

  /** Goes to {@code target}. */
  record Goto(Site site, int target) implements Terminator {}

  /**
   * Goes to {@code then} if {@code condition} is true, else to {@code otherwise}. An unknown
   * condition is a free choice.
   */
  record Branch(Site site, Register condition, int then, int otherwise) implements Terminator {}

  /** Returns to the caller. */
  record Return(Site site, @Nullable Register value) implements Terminator {}

  /** Throws the exception in {@code exception}. */
  record Throw(Site site, Register exception) implements Terminator {}
}
