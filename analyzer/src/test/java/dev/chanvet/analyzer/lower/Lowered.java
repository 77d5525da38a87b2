package dev.chanvet.analyzer.lower;

import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.Printer;
import dev.chanvet.analyzer.ir.Program;
import dev.chanvet.analyzer.ir.TypeDeclaration;
import dev.chanvet.analyzer.ir.Verifier;
import dev.chanvet.analyzer.source.Notification;
import dev.chanvet.analyzer.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Lowers sources for a test.
 *
 * @param program what they became
 * @param notifications what was reported
 */
record Lowered(Program program, List<Notification> notifications) {
  private static final String HEAD =
      """
      package t;
      import dev.chanvet.runtime.*;
      import java.util.*;
      import java.util.function.*;
      import static dev.chanvet.runtime.Go.go;
      """;

  /**
   * Lowers files with exactly these texts; they are called {@code F0.java}, {@code F1.java}, ...
   */
  static Lowered files(String... texts) {
    List<SourceFile> files = new ArrayList<>();
    for (String text : texts) {
      files.add(SourceFile.of("F" + files.size() + ".java", text));
    }
    List<Notification> notifications = new ArrayList<>();
    return new Lowered(Lowering.lower(files, notifications::add), notifications);
  }

  /** Lowers types of the package {@code t}, with the usual imports before them. */
  static Lowered types(String types) {
    return files(HEAD + types);
  }

  /** Lowers the members of a class {@code t.T}. */
  static Lowered members(String members) {
    return types("class T {\n" + members + "\n}\n");
  }

  /**
   * The functions whose ids start with {@code prefix} in the package {@code t}, printed.
   *
   * @throws AssertionError if the program is not well formed or something was reported
   */
  String print(String prefix) {
    if (!notifications.isEmpty() || !Verifier.verify(program).isEmpty()) {
      throw new AssertionError(notifications + "\n" + Verifier.verify(program));
    }
    return program.functions().stream()
        .filter(function -> function.id().value().startsWith("t." + prefix))
        .map(Printer::print)
        .collect(Collectors.joining());
  }

  /** The one function whose id starts with {@code prefix} in the package {@code t}. */
  Function function(String prefix) {
    List<Function> found =
        program.functions().stream()
            .filter(function -> function.id().value().startsWith("t." + prefix))
            .toList();
    if (found.size() != 1) {
      throw new AssertionError(prefix + " means " + found.stream().map(Function::id).toList());
    }
    return found.get(0);
  }

  /** The type of that simple name in the package {@code t}. */
  TypeDeclaration type(String name) {
    TypeDeclaration type = program.type("t." + name);
    if (type == null) {
      throw new AssertionError("no type " + name);
    }
    return type;
  }
}
