package dev.chanvet.analyzer.lower;

import dev.chanvet.analyzer.ir.Register;
import dev.chanvet.analyzer.ir.TypeRef;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The local variables in scope while a function is lowered: inner ones hide outer ones. */
final class Locals {
  /** A variable and its declared type. */
  record Local(String name, Register register, TypeRef type) {}

  private final List<Local> visible = new ArrayList<>();

  void declare(String name, Register register, TypeRef type) {
    if (!name.equals("_")) {
      visible.add(new Local(name, register, type));
    }
  }

  @Nullable Local find(String name) {
    for (int i = visible.size() - 1; i >= 0; i--) {
      if (visible.get(i).name().equals(name)) {
        return visible.get(i);
      }
    }
    return null;
  }

  /** The present depth, for {@link #close}. */
  int open() {
    return visible.size();
  }

  /** Takes out of scope what was declared since {@code depth}, and answers it. */
  List<Local> close(int depth) {
    List<Local> closing = visible.subList(depth, visible.size());
    List<Local> closed = List.copyOf(closing);
    closing.clear();
    return closed;
  }

  /** Puts back what {@link #close} took away. */
  void reopen(List<Local> closed) {
    visible.addAll(closed);
  }
}
