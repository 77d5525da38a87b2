package dev.chanvet.analyzer.fix;

import com.github.javaparser.ast.CompilationUnit;
import dev.chanvet.analyzer.finding.Fix;
import dev.chanvet.analyzer.finding.Proposal;
import dev.chanvet.analyzer.source.SourceFile;
import java.util.Optional;

/** Turns proposals into fixes. */
public final class Fixes {
  private Fixes() {}

  /** The change that a proposal amounts to; empty if the code does not have the shape for it. */
  public static Optional<Fix> of(Proposal proposal, SourceFile file, CompilationUnit tree) {
    Code code = new Code(file, tree);
    return switch (proposal.kind()) {
      case REMOVE_STATEMENT -> Removal.of(code, proposal.site(), proposal.other());
      case ROOM_FOR_ONE -> RoomForOne.of(code, proposal.site());
      case CLOSE_AFTER_SENDS -> CloseAfterSends.of(code, proposal.site());
      case CLOSE_AT_END -> CloseAtEnd.of(code, proposal.site());
      case BEFORE_START -> BeforeStart.of(code, proposal.site());
      case START -> ThreadStart.of(code, proposal.site());
    };
  }
}
