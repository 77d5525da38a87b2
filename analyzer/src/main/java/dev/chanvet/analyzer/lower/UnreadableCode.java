package dev.chanvet.analyzer.lower;

import com.github.javaparser.Range;
import com.github.javaparser.ast.Node;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Primitive;
import dev.chanvet.analyzer.ir.Register;
import dev.chanvet.analyzer.source.Site;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A statement that does not parse can do anything with what it names: the variables whose names
 * occur in it, and {@code this}, escape.
 */
final class UnreadableCode {
  private final FunctionLowering f;

  UnreadableCode(FunctionLowering f) {
    this.f = f;
  }

  void escape(Node node) {
    f.incomplete();
    Site site = f.site(node);
    for (String word : words(node)) {
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

  private Set<String> words(Node node) {
    Range range = node.getRange().orElse(null);
    Set<String> words = new LinkedHashSet<>();
    if (range != null) {
      f.type
          .unit()
          .file()
          .text()
          .lines()
          .skip(range.begin.line - 1L)
          .limit(range.end.line - range.begin.line + 1L)
          .forEach(line -> words.addAll(List.of(line.split("\\W+"))));
    }
    return words;
  }
}
