package dev.chanvet.analyzer.lower;

import com.github.javaparser.ast.Node;
import dev.chanvet.analyzer.ir.BasicBlock;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.FunctionId;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Primitive;
import dev.chanvet.analyzer.ir.Program;
import dev.chanvet.analyzer.ir.ProgramPart;
import dev.chanvet.analyzer.ir.Register;
import dev.chanvet.analyzer.ir.Terminator;
import dev.chanvet.analyzer.ir.TypeDeclaration;
import dev.chanvet.analyzer.ir.TypeRef;
import dev.chanvet.analyzer.source.Site;
import dev.chanvet.analyzer.syntax.DeclaredType;
import dev.chanvet.analyzer.syntax.Diagnostics;
import dev.chanvet.analyzer.syntax.Library;
import dev.chanvet.analyzer.syntax.Sites;
import dev.chanvet.analyzer.syntax.SourceUnit;
import dev.chanvet.analyzer.syntax.TypeIndex;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The program while it grows: the types that still have to be lowered, the functions that are, and
 * what local classes and lambdas became, so that repeated code shares them.
 */
final class ProgramBuilder {
  /** The modifier of a function that is not lowered completely. */
  static final String PARTIAL = "partial";

  private final Diagnostics diagnostics;
  private final TypeIndex index;
  private final @Nullable SharedModels models;
  private final Set<String> packages = new HashSet<>();
  private final Deque<DeclaredType> waiting = new ArrayDeque<>();
  private final Map<String, Function> functions = new HashMap<>();
  private final Map<String, TypeDeclaration> types = new HashMap<>();
  private final Map<String, List<FunctionId>> members = new HashMap<>();
  private final Set<String> ids = new HashSet<>();
  private final Set<String> reported = new HashSet<>();
  private final Map<Node, DeclaredType> localClasses = new IdentityHashMap<>();
  private final Map<String, DeclaredType> localClassesByName = new HashMap<>();
  private final Map<Node, Lambdas.Lowered> lambdas = new IdentityHashMap<>();

  /** A program that lowers its models itself. */
  ProgramBuilder(Library library, Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
    this.index = new TypeIndex(library, diagnostics, waiting::add);
    this.models = null;
  }

  /** A program that shares its models with others. */
  ProgramBuilder(LoweredLibrary library, Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
    this.index = new TypeIndex(library.library(), diagnostics, waiting::add);
    this.models = new SharedModels(library, this);
  }

  TypeIndex index() {
    return index;
  }

  /** Adds user code. */
  void add(SourceUnit unit) {
    packages.add(unit.packageName());
    index.add(unit);
  }

  /** Whether user code belongs to that package. */
  boolean declaresIn(String packageName) {
    return packages.contains(packageName);
  }

  /** Lowers every type of the index, and those that join it meanwhile. */
  void lowerAll() {
    for (DeclaredType type = waiting.poll(); type != null; type = waiting.poll()) {
      if (models == null || !models.take(type)) {
        new TypeLowering(this, type).lower();
      }
    }
  }

  /** Lowers the model of a class and no other; null if it has none. */
  @Nullable ProgramPart lowerOnly(String topLevelType) {
    DeclaredType first = index.find(topLevelType);
    if (first == null) {
      return null;
    }
    Set<String> needs = new TreeSet<>();
    for (DeclaredType type = waiting.poll(); type != null; type = waiting.poll()) {
      if (type.unit() == first.unit()) {
        new TypeLowering(this, type).lower();
      } else {
        needs.add(type.unit().name());
      }
    }
    return new ProgramPart(types.values(), functions.values(), needs);
  }

  Program finish() {
    return new LoweredProgram(types.values(), functions.values());
  }

  void add(TypeDeclaration type) {
    types.put(type.name(), type);
  }

  /** Adds what has been lowered already. */
  void add(ProgramPart part) {
    part.types().forEach(this::add);
    part.functions().forEach(function -> functions.put(function.id().value(), function));
  }

  /** The functions of a type so far, in order. */
  List<FunctionId> members(DeclaredType type) {
    return members.computeIfAbsent(type.name(), key -> new ArrayList<>());
  }

  /** An id that no other function has: the one given, unless the source declares it twice. */
  String unique(String id) {
    String unique = id;
    for (int i = 2; !ids.add(unique); i++) {
      unique = id + "#" + i;
    }
    return unique;
  }

  // Local classes and lambdas.

  @Nullable DeclaredType localClass(Node node) {
    return localClasses.get(node);
  }

  @Nullable DeclaredType localClassNamed(String qualifiedName) {
    return localClassesByName.get(qualifiedName);
  }

  void addLocalClass(Node node, DeclaredType type) {
    localClasses.put(node, type);
    localClassesByName.put(type.name(), type);
    index.add(type);
  }

  Lambdas.@Nullable Lowered lambda(Node node) {
    return lambdas.get(node);
  }

  void addLambda(Node node, Lambdas.Lowered lowered) {
    lambdas.put(node, lowered);
  }

  // Functions.

  /** Lowers a lambda's body; its captures become parameters in front of its own. */
  Lambdas.Lowered lambdaBody(
      FunctionLowering body,
      List<Function.Parameter> own,
      boolean varargs,
      Site site,
      Runnable lowering) {
    FunctionId id = new FunctionId(body.id);
    members(body.type).add(id);
    boolean whole = attempt(body, site, lowering);
    List<Locals.Local> captured = body.captured();
    List<Function.Parameter> parameters = new ArrayList<>();
    captured.forEach(
        local -> parameters.add(new Function.Parameter(local.register(), local.type())));
    parameters.addAll(own);
    Function function =
        function(
            body, id, Function.Kind.LAMBDA, "lambda", parameters, varargs, Set.of(), whole, site);
    functions.put(id.value(), function);
    return new Lambdas.Lowered(id, captured.stream().map(Locals.Local::name).toList());
  }

  /** Lowers the body of a method, constructor or initializer. */
  void member(
      FunctionLowering body,
      Function.Kind kind,
      String name,
      List<Function.Parameter> parameters,
      boolean varargs,
      Set<String> modifiers,
      Site site,
      Runnable lowering) {
    FunctionId id = new FunctionId(body.id);
    members(body.type).add(id);
    boolean whole = attempt(body, site, lowering);
    functions.put(
        id.value(), function(body, id, kind, name, parameters, varargs, modifiers, whole, site));
  }

  /** A method without a body. */
  void withoutBody(
      FunctionLowering body,
      String name,
      List<Function.Parameter> parameters,
      boolean varargs,
      Set<String> modifiers,
      Site site) {
    FunctionId id = new FunctionId(body.id);
    members(body.type).add(id);
    functions.put(
        id.value(),
        new Function(
            id,
            Function.Kind.METHOD,
            body.type.name(),
            name,
            body.ownSelf(),
            parameters,
            varargs,
            modifiers,
            body.registerCount(),
            List.of(),
            site));
  }

  private boolean attempt(FunctionLowering body, Site site, Runnable lowering) {
    try {
      lowering.run();
      return true;
    } catch (Unsupported e) {
      report(body.type.unit(), site, e.reason());
    } catch (StackOverflowError e) {
      report(body.type.unit(), site, "the function nests too deeply");
    } catch (RuntimeException e) {
      report(body.type.unit(), site, "the function cannot be lowered: " + e);
    }
    return false;
  }

  private Function function(
      FunctionLowering body,
      FunctionId id,
      Function.Kind kind,
      String name,
      List<Function.Parameter> parameters,
      boolean varargs,
      Set<String> modifiers,
      boolean whole,
      Site site) {
    List<BasicBlock> blocks = whole ? body.code.finish(site) : escaping(body, parameters, site);
    Set<String> all = new TreeSet<>(modifiers);
    if (!whole || body.isPartial() || body.type.unit().isPartial()) {
      all.add(PARTIAL);
    }
    return new Function(
        id,
        kind,
        body.type.name(),
        name,
        body.ownSelf(),
        parameters,
        varargs,
        all,
        body.registerCount(),
        blocks,
        site);
  }

  /** A body of which nothing is known: it can do anything with what it is given. */
  private static List<BasicBlock> escaping(
      FunctionLowering body, List<Function.Parameter> parameters, Site site) {
    List<Instruction> instructions = new ArrayList<>();
    List<Register> given = new ArrayList<>();
    if (body.ownSelf() != null) {
      given.add(body.ownSelf());
    }
    parameters.forEach(parameter -> given.add(parameter.register()));
    for (Register register : given) {
      instructions.add(new Instruction.Perform(site, null, Primitive.ESCAPE, List.of(register)));
    }
    Register result = body.temporary();
    instructions.add(new Instruction.Unknown(site, result, TypeRef.UNKNOWN));
    return List.of(new BasicBlock(0, instructions, new Terminator.Return(site, result), List.of()));
  }

  // Diagnostics.

  void report(SourceUnit unit, Node node, String message) {
    report(unit, Sites.of(unit.file(), node), message);
  }

  /** Reports the first thing of a file that is not lowered; one diagnostic a file is enough. */
  private void report(SourceUnit unit, Site site, String message) {
    if (!unit.hasSyntaxError() && reported.add(unit.file().toString())) {
      diagnostics.partial(unit.file(), site, message);
    }
  }
}
