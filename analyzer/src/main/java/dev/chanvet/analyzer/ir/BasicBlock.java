package dev.chanvet.analyzer.ir;

import java.util.List;

/**
 * Instructions that run one after the other.
 *
 * @param index position in {@link Function#blocks()}
 * @param instructions in order, perhaps none
 * @param terminator how it ends
 * @param handlers innermost first; the first that matches an exception takes it
 */
public record BasicBlock(
    int index, List<Instruction> instructions, Terminator terminator, List<Handler> handlers) {
  public BasicBlock {
    instructions = List.copyOf(instructions);
    handlers = List.copyOf(handlers);
  }
}
