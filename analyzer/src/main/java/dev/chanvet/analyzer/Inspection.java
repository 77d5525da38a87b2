package dev.chanvet.analyzer;

import dev.chanvet.analyzer.explore.Explorations;
import dev.chanvet.analyzer.explore.Limits;
import dev.chanvet.analyzer.explore.StateSpace;
import dev.chanvet.analyzer.ir.BasicBlock;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.FunctionId;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Program;
import dev.chanvet.analyzer.lower.LoweredLibrary;
import dev.chanvet.analyzer.lower.Lowering;
import dev.chanvet.analyzer.source.Site;
import dev.chanvet.analyzer.source.SourceDiscovery;
import dev.chanvet.analyzer.source.SourceFile;
import dev.chanvet.analyzer.source.SourceTree;
import dev.chanvet.analyzer.syntax.Library;
import dev.chanvet.analyzer.syntax.RelevantFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Shows what the analysis makes of the code around one line. */
public final class Inspection {
  /** What came of it. */
  public sealed interface Result {
    /** The states that the code runs through. */
    record Found(StateSpace space) implements Result {}

    /** Why there are none, in words. */
    record Nothing(String reason) implements Result {}
  }

  private Inspection() {}

  /**
   * Explores from the first entry that leads to a line.
   *
   * @param file one of the options' files
   * @param states how many states to visit at most
   */
  public static Result around(AnalysisOptions options, Path file, int line, int states) {
    SourceTree sources =
        new SourceDiscovery(options.sizeLimit()).discover(options.paths(), options.view());
    Path wanted = file.toAbsolutePath().normalize();
    Result result = new Result.Nothing("nothing in " + file + " has to do with channels");
    for (List<SourceFile> group : RelevantFiles.groups(sources.files(), options.apis())) {
      Optional<SourceFile> source =
          group.stream().filter(f -> f.location().filter(wanted::equals).isPresent()).findFirst();
      if (source.isPresent() && !(result instanceof Result.Found)) {
        result = around(options, group, source.get(), line, states);
      }
    }
    return result;
  }

  private static Result around(
      AnalysisOptions options, List<SourceFile> group, SourceFile file, int line, int states) {
    Program program =
        Lowering.lower(
            group,
            new LoweredLibrary(new Library(options.models(), options.release())),
            options.threads(),
            notification -> {},
            unit -> {});
    Set<FunctionId> functions = functions(program, file, line);
    if (functions.isEmpty()) {
      return new Result.Nothing("no code in line " + line + " of " + file);
    }
    return new Explorations(program, Limits.DEFAULT.upTo(states))
        .around(functions)
        .<Result>map(Result.Found::new)
        .orElse(new Result.Nothing("no entry of the program leads to line " + line));
  }

  /** The functions that have code in that line; none of them a lambda's surroundings. */
  private static Set<FunctionId> functions(Program program, SourceFile file, int line) {
    Set<FunctionId> found = new TreeSet<>();
    for (Function function : program.functions()) {
      if (sites(function).anyMatch(site -> site.file().equals(file) && site.line() == line)) {
        found.add(function.id());
      }
    }
    return found;
  }

  private static Stream<Site> sites(Function function) {
    return Stream.concat(
        Stream.of(function.site()),
        function.blocks().stream()
            .map(BasicBlock::instructions)
            .flatMap(List::stream)
            .map(Instruction::site));
  }
}
