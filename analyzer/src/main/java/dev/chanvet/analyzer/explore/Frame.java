package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.ir.BasicBlock;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Register;
import dev.chanvet.analyzer.source.Site;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An activation of a function: where it is, and what its registers hold. Mutable; belongs to one
 * state.
 */
final class Frame {
  /** What happens in the caller when this frame returns. */
  enum OnReturn {
    /** The caller's call receives the value, and the caller goes on after it. */
    DELIVER,
    /** The caller receives {@link #result} instead: a constructor that was called as a function. */
    DELIVER_RESULT,
    /** The caller runs the same instruction again: a class has been initialized. */
    RERUN
  }

  final Function function;
  final OnReturn onReturn;
  @Nullable Value result;

  /**
   * Of the outermost frame of a model: whether others may have acted just before, so that the rest
   * of the model up to its next wait is one step with what was let through.
   */
  boolean admitted;

  /** Whether the call only computes on numbers and text, so that its result may be left unknown. */
  boolean pure;

  int block;
  int position;
  final Value[] registers;

  Frame(Function function, OnReturn onReturn, @Nullable Value result) {
    this.function = function;
    this.onReturn = onReturn;
    this.result = result;
    this.registers = new Value[function.registerCount()];
    Arrays.fill(registers, Value.NULL);
  }

  private Frame(Frame that) {
    function = that.function;
    onReturn = that.onReturn;
    result = that.result;
    admitted = that.admitted;
    pure = that.pure;
    block = that.block;
    position = that.position;
    registers = that.registers.clone();
  }

  /** What its registers hold. */
  List<Value> values() {
    return Arrays.asList(registers);
  }

  Frame copy() {
    return new Frame(this);
  }

  BasicBlock code() {
    return function.blocks().get(block);
  }

  /** The next instruction; null if the block's terminator is next. */
  @Nullable Instruction instruction() {
    BasicBlock code = code();
    return position < code.instructions().size() ? code.instructions().get(position) : null;
  }

  /** The source of what runs next. */
  Site site() {
    Instruction next = instruction();
    return next == null ? code().terminator().site() : next.site();
  }

  Value get(Register register) {
    return registers[register.index()];
  }

  void set(@Nullable Register register, Value value) {
    if (register != null) {
      registers[register.index()] = value;
    }
  }

  void jump(int target) {
    block = target;
    position = 0;
  }

  void mapValues(UnaryOperator<Value> mapping) {
    for (int i = 0; i < registers.length; i++) {
      registers[i] = mapping.apply(registers[i]);
    }
    if (result != null) {
      result = mapping.apply(result);
    }
  }
}
