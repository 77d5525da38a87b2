package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.ir.BasicBlock;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.FunctionId;
import dev.chanvet.analyzer.ir.Instruction.Perform;
import dev.chanvet.analyzer.ir.Primitive;
import dev.chanvet.analyzer.ir.Register;
import dev.chanvet.analyzer.ir.Terminator;
import dev.chanvet.analyzer.source.Site;
import java.util.List;
import java.util.Set;

/** The outermost frame of a goroutine: calls the function value that it was started with. */
final class Entry {
  /** What the frame's function is called. */
  static final String NAME = "entry";

  private static final FunctionId ID = new FunctionId("dev.chanvet.model.Machine." + NAME);

  private Entry() {}

  static Frame calling(Value body, Site site) {
    Register function = new Register(0, "body");
    BasicBlock block =
        new BasicBlock(
            0,
            List.of(new Perform(site, null, Primitive.CALL, List.of(function))),
            new Terminator.Return(site, null),
            List.of());
    Function entry =
        new Function(
            ID,
            Function.Kind.METHOD,
            "dev.chanvet.model.Machine",
            NAME,
            null,
            List.of(),
            false,
            Set.of("static"),
            1,
            List.of(block),
            site);
    Frame frame = new Frame(entry, Frame.OnReturn.DELIVER, null);
    frame.set(function, body);
    return frame;
  }
}
