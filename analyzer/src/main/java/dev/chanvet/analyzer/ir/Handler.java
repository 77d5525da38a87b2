package dev.chanvet.analyzer.ir;

import java.util.List;

/**
 * Where a block continues when one of its instructions throws.
 *
 * @param types the classes caught; empty catches everything (the edge that runs a {@code finally})
 * @param exception receives the exception
 * @param target the handling block
 */
public record Handler(List<TypeRef> types, Register exception, int target) {
  public Handler {
    types = List.copyOf(types);
  }

  /** Whether this handler is a {@code finally} or a cleanup, which throws the exception again. */
  public boolean catchesAll() {
    return types.isEmpty();
  }
}
