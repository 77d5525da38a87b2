package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.facts.Hierarchy;
import dev.chanvet.analyzer.facts.PlatformClasses;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.Instruction.Invoke;
import dev.chanvet.analyzer.ir.TypeDeclaration;
import dev.chanvet.analyzer.ir.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which method a name and arguments mean, starting from a class. */
final class Overloads {
  /** Of what class an unknown collection is taken to be: one without a mind of its own. */
  private static final Map<String, String> USUAL =
      Map.of(
          "java.lang.Iterable", "java.util.ArrayList",
          "java.util.Collection", "java.util.ArrayList",
          "java.util.SequencedCollection", "java.util.ArrayList",
          "java.util.List", "java.util.ArrayList",
          "java.util.Set", "java.util.LinkedHashSet",
          "java.util.Map", "java.util.LinkedHashMap",
          "java.util.Queue", "java.util.ArrayDeque",
          "java.util.Deque", "java.util.ArrayDeque");

  private static final int MISMATCH = 100;

  /** From here on, an inherited method may be meant rather than one that is declared nearer. */
  private static final int POOR = 50;

  private final Hierarchy hierarchy;

  Overloads(Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
  }

  /** The method with a body that {@code type} has or inherits; null if none is known. */
  @Nullable Function find(String type, String name, Arguments arguments) {
    Function best = null;
    int lowest = Integer.MAX_VALUE;
    for (String above : hierarchy.ancestors(type)) {
      Function found = choose(hierarchy.declared(above, name), arguments);
      if (found != null) {
        int cost = cost(found, arguments);
        if (cost < POOR) {
          return found;
        }
        if (cost < lowest) {
          best = found;
          lowest = cost;
        }
      }
    }
    return best;
  }

  /**
   * The same for an unknown receiver: its declared type decides, if only one class can be meant.
   */
  @Nullable Function findForUnknown(TypeRef declared, Invoke call, Arguments arguments) {
    TypeRef type = declared.isUnknown() && call.owner() != null ? call.owner() : declared;
    return findForUnknown(type, call.name(), arguments);
  }

  /** The same for a method of that name. */
  @Nullable Function findForUnknown(TypeRef type, String name, Arguments arguments) {
    if (type.isUnknown() || type.dimensions() > 0 || !hierarchy.isDeclared(type.name())) {
      return null;
    }
    List<String> candidates = hierarchy.concrete(type.name());
    if (hierarchy.isModel(type.name()) ? candidates.isEmpty() : candidates.size() != 1) {
      return hierarchy.isModel(type.name()) ? find(type.name(), name, arguments) : null;
    }
    String usual = USUAL.getOrDefault(type.name(), "");
    return find(candidates.contains(usual) ? usual : candidates.getFirst(), name, arguments);
  }

  /** The one method that an object of {@code type} offers as a function value. */
  @Nullable Function functional(String type, Arguments arguments) {
    for (String above : hierarchy.ancestors(type)) {
      String method = functionalMethod(above);
      if (method != null) {
        return find(type, method, arguments);
      }
    }
    return null;
  }

  private @Nullable String functionalMethod(String type) {
    TypeDeclaration declaration = hierarchy.program().type(type);
    if (declaration == null) {
      return PlatformClasses.functionalMethod(type);
    }
    if (declaration.kind() != TypeDeclaration.Kind.INTERFACE) {
      return null;
    }
    List<Function> open =
        declaration.methods().stream()
            .map(id -> hierarchy.program().function(id))
            .filter(f -> f != null && !f.hasBody() && !f.isStatic())
            .toList();
    return open.size() == 1 ? open.getFirst().name() : null;
  }

  /**
   * The best of {@code candidates} that has a body and takes the arguments; of equally good ones
   * the first, so an overriding method before what it overrides. Null if none does.
   */
  @Nullable Function choose(List<Function> candidates, Arguments arguments) {
    Function best = null;
    int lowest = Integer.MAX_VALUE;
    for (Function candidate : candidates) {
      if (candidate.hasBody() && accepts(candidate, arguments.count())) {
        int cost = cost(candidate, arguments);
        if (cost < lowest) {
          best = candidate;
          lowest = cost;
        }
      }
    }
    return best;
  }

  private static boolean accepts(Function function, int count) {
    int parameters = function.parameters().size();
    return parameters == count || (function.varargs() && count >= parameters - 1);
  }

  private int cost(Function function, Arguments arguments) {
    int cost = 0;
    int parameters = function.parameters().size();
    for (int i = 0; i < arguments.count(); i++) {
      boolean spread = function.varargs() && i >= parameters - 1;
      TypeRef type = function.parameters().get(Math.min(i, parameters - 1)).type();
      if (spread) {
        boolean whole = arguments.count() == parameters && isArray(arguments, i);
        cost += whole ? 1 : 3 + cost(type.dimensions() > 0 ? type.element() : type, arguments, i);
      } else {
        cost += cost(type, arguments, i);
      }
    }
    return cost;
  }

  private static boolean isArray(Arguments arguments, int index) {
    return arguments.state().object(arguments.values().get(index), HeapObject.Array.class) != null
        || arguments.type(index).dimensions() > 0;
  }

  private int cost(TypeRef parameter, Arguments arguments, int index) {
    if (parameter.isUnknown() || parameter.name().equals("java.lang.Object")) {
      return 2;
    }
    String name = parameter.name();
    return switch (arguments.values().get(index)) {
      case Value.Null n ->
          PRIMITIVES.contains(name) ? MISMATCH : nominal(parameter, arguments.type(index));
      case Value.Bool b -> simpleIn(name, "boolean", "Boolean") ? 0 : MISMATCH;
      case Value.Int i -> numeric(name, arguments.type(index));
      case Value.Many m -> numeric(name, arguments.type(index));
      case Value.Real r ->
          simpleIn(name, "double", "float", "Double", "Float", "Number") ? 0 : MISMATCH;
      case Value.Text t -> simpleIn(name, "String", "CharSequence") ? 0 : MISMATCH;
      case Value.ClassObject c -> simpleIn(name, "Class") ? 0 : MISMATCH;
      case Value.Unknown u ->
          nominal(parameter, u.type().isUnknown() ? arguments.type(index) : u.type());
      case Value.Reference r -> reference(parameter, arguments.state(), r);
    };
  }

  private static final List<String> PRIMITIVES =
      List.of("int", "long", "short", "byte", "char", "boolean", "float", "double");

  private static boolean simpleIn(String name, String... simpleNames) {
    return List.of(simpleNames).contains(name.substring(name.lastIndexOf('.') + 1));
  }

  private static int numeric(String parameter, TypeRef argument) {
    if (parameter.equals(argument.name())) {
      return 0;
    }
    if (parameter.equals("int") || parameter.equals("long")) {
      boolean boxed = !argument.isUnknown() && !PRIMITIVES.contains(argument.name());
      return boxed ? POOR : 1; // an overload that needs no unboxing comes first (JLS 15.12.2)
    }
    return simpleIn(
            parameter,
            "short",
            "byte",
            "char",
            "float",
            "double",
            "Integer",
            "Long",
            "Number",
            "Double",
            "Character",
            "Comparable")
        ? 3
        : MISMATCH;
  }

  private int nominal(TypeRef parameter, TypeRef argument) {
    if (argument.isUnknown()) {
      return 2;
    }
    if (parameter.equals(argument)) {
      return 0;
    }
    boolean primitive =
        PRIMITIVES.contains(argument.name()) != PRIMITIVES.contains(parameter.name());
    if (primitive) {
      return 5;
    }
    return hierarchy.inherits(argument.name(), parameter.name()) ? 1 : 10;
  }

  private int reference(TypeRef parameter, State state, Value.Reference reference) {
    if (parameter.dimensions() == 0 && PRIMITIVES.contains(parameter.name())) {
      return MISMATCH;
    }
    return switch (state.object(reference.id())) {
      case HeapObject.Array array -> parameter.dimensions() > 0 ? 0 : MISMATCH;
      case HeapObject.Closure closure ->
          function(parameter, closure.body().parameters().size() - closure.values().size());
      case HeapObject.MethodReference method -> function(parameter, -1);
      case HeapObject.Instance instance -> {
        if (parameter.dimensions() > 0) {
          yield MISMATCH;
        }
        List<String> chain = hierarchy.ancestors(instance.layout().type());
        int distance = chain.indexOf(parameter.name());
        if (distance >= 0) {
          yield distance == 0 ? 0 : 1;
        }
        boolean known = hierarchy.isFullyKnown(instance.layout().type());
        yield hierarchy.inherits(instance.layout().type(), parameter.name()) ? 1 : known ? 20 : 5;
      }
      case HeapObject.Channel c -> 1;
      case HeapObject.Sequence s -> 1;
      case HeapObject.Counter c -> 1;
      case HeapObject.Handle h -> 1;
    };
  }

  /** How well a function value with that many parameters (-1 = any) fits an interface. */
  private int function(TypeRef parameter, int arity) {
    if (parameter.dimensions() > 0
        || PRIMITIVES.contains(parameter.name())
        || simpleIn(parameter.name(), "String")) {
      return MISMATCH;
    }
    int expected = functionArity(parameter.name());
    if (expected < 0 || arity < 0) {
      return 1;
    }
    return expected == arity ? 0 : POOR;
  }

  private int functionArity(String type) {
    TypeDeclaration declaration = hierarchy.program().type(type);
    String method = functionalMethod(type);
    if (declaration == null) {
      return PlatformClasses.functionArity(type);
    }
    if (method == null) {
      return -1;
    }
    return declaration.methods().stream()
        .map(id -> hierarchy.program().function(id))
        .filter(f -> f != null && f.name().equals(method) && !f.hasBody())
        .mapToInt(f -> f.parameters().size())
        .findFirst()
        .orElse(-1);
  }

  /** Collects what goes into a variable-arity parameter into an array. */
  List<Value> pack(State state, Function function, List<Value> arguments, Origin origin) {
    int fixed = function.parameters().size() - 1;
    if (!function.varargs() || arguments.size() < fixed) {
      return arguments;
    }
    if (arguments.size() == fixed + 1) {
      Value last = arguments.getLast();
      boolean array =
          state.object(last, HeapObject.Array.class) != null
              || (last instanceof Value.Unknown unknown && unknown.type().dimensions() > 0);
      if (array) {
        return arguments;
      }
    }
    List<Value> packed = new ArrayList<>(arguments.subList(0, fixed));
    TypeRef element = function.parameters().getLast().type().element();
    packed.add(
        state.allocate(
            new HeapObject.Array(
                origin, element, List.copyOf(arguments.subList(fixed, arguments.size())))));
    return packed;
  }
}
