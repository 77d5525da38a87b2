package dev.chanvet.analyzer.facts;

import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.FunctionId;
import dev.chanvet.analyzer.ir.Program;
import dev.chanvet.analyzer.ir.TypeDeclaration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The types of a program and what they inherit: subtype tests, fields and methods by name. Exact
 * for user code and models; JDK classes are asked for their inheritance only; nothing is known of
 * other libraries' classes.
 */
public final class Hierarchy {
  private static final String OBJECT = "java.lang.Object";

  private final Program program;
  private final Map<String, List<String>> ancestors = new HashMap<>();
  private final Map<String, Map<String, List<Function>>> methods = new HashMap<>();
  private final Map<String, List<TypeDeclaration>> implementers = new HashMap<>();
  private final Map<String, List<String>> concrete = new HashMap<>();
  private final Map<String, Boolean> models = new HashMap<>();

  /** Prepares an index of {@code program}. */
  public Hierarchy(Program program) {
    this.program = program;
  }

  /** The program that this is the hierarchy of. */
  public Program program() {
    return program;
  }

  /** Whether user code or a model declares the type. */
  public boolean isDeclared(String name) {
    return program.type(name) != null;
  }

  /** The type around which no other one is declared: itself, unless it is nested. */
  public String outermost(String type) {
    String outer = type;
    for (int dot = outer.lastIndexOf('.'); dot >= 0; dot = outer.lastIndexOf('.')) {
      String around = outer.substring(0, dot);
      if (!isDeclared(around)) {
        break;
      }
      outer = around;
    }
    return outer;
  }

  /** Whether the type is a model of a library class. */
  public boolean isModel(String name) {
    Boolean known = models.get(name);
    if (known == null) {
      TypeDeclaration type = program.type(name);
      known = name.startsWith("dev.chanvet.model.") || (type != null && type.model());
      models.put(name, known);
    }
    return known;
  }

  /**
   * A type and all it inherits, nearest first: the class chain, then interfaces, then {@code
   * Object}. Names that nobody declares are in the list but lead no further.
   */
  public List<String> ancestors(String name) {
    List<String> known = ancestors.get(name);
    if (known == null) {
      known = List.copyOf(linearize(name));
      ancestors.put(name, known);
    }
    return known;
  }

  private Set<String> linearize(String name) {
    Set<String> order = new LinkedHashSet<>();
    Deque<String> interfaces = new ArrayDeque<>();
    @Nullable String current = name;
    while (current != null && order.add(current)) {
      TypeDeclaration type = program.type(current);
      if (type == null) {
        break;
      }
      interfaces.addAll(type.interfaces());
      current = type.superclass();
    }
    while (!interfaces.isEmpty()) {
      String next = interfaces.remove();
      if (order.add(next)) {
        TypeDeclaration type = program.type(next);
        if (type != null) {
          interfaces.addAll(type.interfaces());
        }
      }
    }
    order.remove(OBJECT);
    order.add(OBJECT);
    return order;
  }

  /** Whether {@code name} is {@code ancestor} or inherits from it, as far as can be known. */
  public boolean inherits(String name, String ancestor) {
    if (name.equals(ancestor) || ancestor.equals(OBJECT)) {
      return true;
    }
    for (String above : ancestors(name)) {
      if (above.equals(ancestor) || PlatformClasses.inherits(above, ancestor)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether everything that {@code name} inherits is declared in the program: a failed lookup is
   * then final.
   */
  public boolean isFullyKnown(String name) {
    return ancestors(name).stream().allMatch(above -> above.equals(OBJECT) || isDeclared(above));
  }

  /**
   * Whether a class that {@code name} inherits, or itself, is a JDK class other than {@code
   * Object}.
   */
  public boolean reachesPlatform(String name) {
    return ancestors(name).stream()
        .anyMatch(above -> !above.equals(OBJECT) && PlatformClasses.exists(above));
  }

  /** The methods called {@code name} that {@code type} itself declares, in order of declaration. */
  public List<Function> declared(String type, String name) {
    return methods.computeIfAbsent(type, this::index).getOrDefault(name, List.of());
  }

  /** The functions with a body that a type declares itself, in the order of its source. */
  public List<Function> bodies(String type) {
    TypeDeclaration declaration = program.type(type);
    return declaration == null
        ? List.of()
        : declaration.methods().stream()
            .map((FunctionId id) -> program.function(id))
            .filter(function -> function != null && function.hasBody())
            .toList();
  }

  private Map<String, List<Function>> index(String typeName) {
    Map<String, List<Function>> byName = new HashMap<>();
    TypeDeclaration type = program.type(typeName);
    if (type != null) {
      for (FunctionId id : type.methods()) {
        Function function = program.function(id);
        if (function != null && function.kind() != Function.Kind.LAMBDA) {
          byName.computeIfAbsent(function.name(), n -> new ArrayList<>()).add(function);
        }
      }
    }
    return byName;
  }

  /** The type, {@code start} or above it, that declares {@code field}; null if none is known to. */
  public @Nullable TypeDeclaration fieldOwner(String start, String field) {
    for (String above : ancestors(start)) {
      TypeDeclaration type = program.type(above);
      if (type != null && type.fields().containsKey(field)) {
        return type;
      }
    }
    return null;
  }

  /**
   * Classes, records and enums of user code that are {@code type} or inherit from it and can be
   * instantiated.
   */
  public List<TypeDeclaration> implementers(String type) {
    return implementers.computeIfAbsent(
        type,
        name ->
            program.types().stream()
                .filter(candidate -> !candidate.model())
                .filter(candidate -> candidate.kind() != TypeDeclaration.Kind.INTERFACE)
                .filter(candidate -> !candidate.modifiers().contains("abstract"))
                .filter(candidate -> inherits(candidate.name(), name))
                .toList());
  }

  /**
   * The names of the classes that an unknown value of the declared {@code type} may have: those of
   * user code; for a library type, its models.
   */
  public List<String> concrete(String type) {
    return concrete.computeIfAbsent(type, this::findConcrete);
  }

  private List<String> findConcrete(String type) {
    TypeDeclaration declaration = program.type(type);
    if (declaration == null) {
      return List.of();
    }
    if (!declaration.model()) {
      return implementers(type).stream().map(TypeDeclaration::name).toList();
    }
    return program.types().stream()
        .filter(
            candidate -> candidate.model() && candidate.kind() != TypeDeclaration.Kind.INTERFACE)
        .map(TypeDeclaration::name)
        .filter(name -> inherits(name, type))
        .toList();
  }
}
