package dev.chanvet.analyzer.lower;

import com.github.javaparser.Position;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.stmt.UnparsableStmt;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Primitive;
import dev.chanvet.analyzer.ir.Register;
import dev.chanvet.analyzer.source.Site;
import dev.chanvet.analyzer.source.SourceFile;
import java.util.List;
import java.util.TreeSet;

/**
 * A statement that does not parse can do anything with what it names: the variables whose names
 * occur in it, and {@code this}, escape.
 */
final class UnreadableCode {
  private final FunctionLowering f;

  UnreadableCode(FunctionLowering f) {
    this.f = f;
  }

  void escape(UnparsableStmt statement) {
    f.incomplete();
    Site site = f.site(statement);
    for (String word : new TreeSet<>(List.of(text(statement).split("\\W+")))) {
      Variable variable = f.find(word);
      if (variable != null) {
        escape(site, f.names.load(site, variable, Goal.VALUE).register());
      }
    }
    Register self = f.self();
    if (self != null) {
      escape(site, self);
    }
  }

  private void escape(Site site, Register value) {
    f.emit(new Instruction.Perform(site, null, Primitive.ESCAPE, List.of(value)));
  }

  /**
   * The text from where the statement before it ends: the parser drops what it read of this one.
   */
  private String text(UnparsableStmt statement) {
    Node block = statement.getParentNode().orElse(statement);
    Position start = block.getBegin().orElse(Position.HOME);
    for (Node sibling : block.getChildNodes()) {
      if (sibling.getEnd().filter(end -> end.isBefore(begin(statement))).isPresent()) {
        Position end = sibling.getEnd().get();
        start = end.isAfter(start) ? end : start;
      }
    }
    SourceFile file = f.type.unit().file();
    Position end = statement.getEnd().orElse(start);
    int from = file.offset(start.line, start.column);
    int to = file.offset(end.line, end.column + 1);
    return file.text().substring(Math.min(from, to), to);
  }

  private static Position begin(UnparsableStmt statement) {
    return statement.getBegin().orElse(Position.HOME);
  }
}
