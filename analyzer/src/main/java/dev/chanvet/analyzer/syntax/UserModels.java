package dev.chanvet.analyzer.syntax;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.chanvet.analyzer.ir.ChannelApi;
import dev.chanvet.analyzer.ir.Primitive;
import dev.chanvet.analyzer.source.Notification;
import dev.chanvet.analyzer.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The models of other libraries that a project brings along, in folders: {@code
 * org/example/Mailbox.java}. They are checked when they are read, so that a slip of the pen is no
 * silent loss of findings.
 */
public final class UserModels {
  /** The version of the format that is understood, which docs/models.md describes. */
  private static final int VERSION = 1;

  /** No models but those that chanvet has itself. */
  public static final UserModels NONE = new UserModels(new TreeMap<>());

  private static final Map<String, Primitive> PRIMITIVES =
      Arrays.stream(Primitive.values())
          .collect(Collectors.toMap(Primitive::methodName, Function.identity()));

  /** By the qualified name of the type that a file is the model of. */
  private final SortedMap<String, SourceFile> files;

  private UserModels(SortedMap<String, SourceFile> files) {
    this.files = files;
  }

  /**
   * Reads all models below {@code folders}; of two models of one class the first counts.
   *
   * @throws InvalidModelException if a folder cannot be read, or a file is no model
   */
  public static UserModels in(List<Path> folders) {
    SortedMap<String, SourceFile> files = new TreeMap<>();
    for (Path folder : folders) {
      checkVersion(folder.resolve("VERSION"));
      for (Path path : javaFiles(folder)) {
        SourceFile file = SourceFile.of(path.toString(), text(path));
        String relative = folder.relativize(path).toString().replace('\\', '/');
        String type = relative.substring(0, relative.length() - ".java".length());
        LargeStack.call(() -> {
          check(file, type.replace('/', '.'));
          return file;
        });
        files.putIfAbsent(type.replace('/', '.'), file);
      }
    }
    return new UserModels(files);
  }

  private static void checkVersion(Path file) {
    String version = Files.exists(file) ? text(file).strip() : String.valueOf(VERSION);
    if (!version.equals(String.valueOf(VERSION))) {
      throw new InvalidModelException(
          file + ": models of version " + version + "; version " + VERSION + " is understood");
    }
  }

  private static List<Path> javaFiles(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(path -> path.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new InvalidModelException("the models' folder " + folder + " cannot be read");
    }
  }

  private static String text(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new InvalidModelException("the model " + path + " cannot be read as UTF-8");
    }
  }

  private static void check(SourceFile file, String type) {
    List<Notification> problems = new ArrayList<>();
    SourceUnit unit =
        new SourceParser(JavaRelease.ANY).parse(file, true, new Diagnostics(problems::add));
    if (unit == null || !problems.isEmpty()) {
      throw new InvalidModelException(
          file.path() + ": " + (problems.isEmpty() ? "no Java" : problems.getFirst().message()));
    }
    List<String> declared =
        unit.tree().getTypes().stream()
            .map(TypeDeclaration::getNameAsString)
            .map(name -> unit.packageName().isEmpty() ? name : unit.packageName() + "." + name)
            .toList();
    if (!declared.contains(type)) {
      throw new InvalidModelException(
          file.path() + ": the file has to declare " + type + ", as its path says");
    }
    unit.tree().findAll(MethodCallExpr.class).forEach(call -> checkCall(file, call));
    unit.tree().findAll(FieldDeclaration.class).stream()
        .filter(field -> field.isStatic() && !field.isFinal())
        .findFirst()
        .ifPresent(field -> {
          throw invalid(file, field, "a model has no static state");
        });
  }

  private static void checkCall(SourceFile file, MethodCallExpr call) {
    if (call.getScope().filter(scope -> scope.toString().equals("Machine")).isEmpty()) {
      return;
    }
    String name = call.getNameAsString();
    Primitive primitive = PRIMITIVES.get(name);
    if (primitive == null) {
      throw invalid(file, call, "the machine has no primitive " + name);
    }
    int given = call.getArguments().size();
    if (primitive.arity() >= 0 && primitive.arity() != given) {
      throw invalid(file, call, name + " takes " + primitive.arity() + " arguments, not " + given);
    }
  }

  private static InvalidModelException invalid(SourceFile file, Node node, String message) {
    int line = node.getBegin().map(position -> position.line).orElse(1);
    return new InvalidModelException(file.path() + ":" + line + ": " + message);
  }

  /** Whether there are none. */
  boolean isEmpty() {
    return files.isEmpty();
  }

  /** The model of a top-level type; null if there is none. */
  @Nullable SourceFile file(String topLevelType) {
    return files.get(topLevelType);
  }

  /** What makes a file that uses one of the modelled classes relevant. */
  public List<ChannelApi> apis() {
    return files.keySet().stream()
        .map(type -> {
          int dot = type.lastIndexOf('.');
          return new ChannelApi(
              type.substring(0, Math.max(dot, 0)), Set.of(type.substring(dot + 1)));
        })
        .toList();
  }

  /** All that an analysis may depend on. */
  public List<String> contents() {
    List<String> contents = new ArrayList<>();
    files.forEach((type, file) -> {
      contents.add(type);
      contents.add(file.text());
    });
    return contents;
  }
}
