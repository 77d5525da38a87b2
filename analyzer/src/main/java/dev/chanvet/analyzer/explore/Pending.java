package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Primitive;
import dev.chanvet.analyzer.source.Site;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The operation that a goroutine stands before, and that other goroutines can notice.
 *
 * @param instruction what to run
 * @param primitive what it does; null for access to a field that others may change
 * @param arguments its operands' values
 * @param site the innermost user code that asks for it
 * @param operation its name there: {@code Channel.send}, {@code synchronized}
 */
record Pending(
    Instruction instruction,
    @Nullable Primitive primitive,
    List<Value> arguments,
    Site site,
    String operation) {
  Pending {
    arguments = List.copyOf(arguments);
  }

  /** Access to what others may change meanwhile: the first of the arguments, or a static field. */
  static Pending access(Instruction instruction, List<Value> arguments, Site site) {
    return new Pending(instruction, null, arguments, site, "access");
  }

  Pending mapValues(UnaryOperator<Value> mapping) {
    return with(arguments.stream().map(mapping).toList());
  }

  /** The same operation on other values. */
  Pending with(List<Value> values) {
    return values == arguments
        ? this
        : new Pending(instruction, primitive, values, site, operation);
  }

  /** Whether a model does it for itself once the task that it runs has ended. */
  boolean isBookkeeping() {
    return operation.endsWith("." + Entry.NAME);
  }

  boolean is(Primitive other) {
    return primitive == other;
  }
}
