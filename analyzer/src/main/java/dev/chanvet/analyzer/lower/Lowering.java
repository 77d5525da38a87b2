package dev.chanvet.analyzer.lower;

import dev.chanvet.analyzer.ir.Program;
import dev.chanvet.analyzer.source.Notification;
import dev.chanvet.analyzer.source.SourceFile;
import dev.chanvet.analyzer.syntax.Diagnostics;
import dev.chanvet.analyzer.syntax.JavaRelease;
import dev.chanvet.analyzer.syntax.LargeStack;
import dev.chanvet.analyzer.syntax.Library;
import dev.chanvet.analyzer.syntax.ParsedFiles;
import dev.chanvet.analyzer.syntax.SourceUnit;
import java.util.List;
import java.util.function.Consumer;

/** The front end from source files to a program. */
public final class Lowering {
  private Lowering() {}

  /**
   * Lowers the given files and every model they name, directly or through other models.
   *
   * <p>Never throws for what a source contains: what cannot be parsed or lowered is reported, at
   * most once a file, and left out.
   *
   * @param files user code, in any order; the program does not depend on it
   * @param notifications takes what is left out; called by one thread at a time
   */
  public static Program lower(List<SourceFile> files, Consumer<Notification> notifications) {
    int threads = Runtime.getRuntime().availableProcessors();
    return lower(files, new LoweredLibrary(new Library()), threads, notifications, unit -> {});
  }

  /**
   * The same, showing each parsed file of user code to {@code parsed}, in the order of their paths.
   *
   * @param library may be shared with other programs
   * @param threads how many may parse
   */
  public static Program lower(
      List<SourceFile> files,
      LoweredLibrary library,
      int threads,
      Consumer<Notification> notifications,
      Consumer<SourceUnit> parsed) {
    Diagnostics diagnostics = new Diagnostics(notifications);
    return LargeStack.call(() -> {
      ProgramBuilder program = new ProgramBuilder(library, diagnostics);
      program.index().find("java.lang.Object");
      JavaRelease release = library.library().release();
      ParsedFiles.parse(files.stream().sorted().toList(), release, threads, diagnostics)
          .forEach(unit -> {
            parsed.accept(unit);
            program.add(unit);
          });
      program.lowerAll();
      return program.finish();
    });
  }
}
