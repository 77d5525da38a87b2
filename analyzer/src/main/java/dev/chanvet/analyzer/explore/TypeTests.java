package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.explore.Decisions.Question;
import dev.chanvet.analyzer.facts.Hierarchy;
import dev.chanvet.analyzer.ir.Instruction.TypeTest;
import dev.chanvet.analyzer.ir.TypeDeclaration;
import dev.chanvet.analyzer.ir.TypeRef;
import java.util.List;

/** Which values are of which types; where that is not known, both ways are followed. */
final class TypeTests {
  private final Hierarchy hierarchy;
  private final Forks forks;

  TypeTests(Hierarchy hierarchy, Forks forks) {
    this.hierarchy = hierarchy;
    this.forks = forks;
  }

  Step test(State state, Frame frame, TypeTest test) {
    Value value = frame.get(test.source());
    if (value instanceof Value.Unknown unknown) {
      Question question = new Question(unknown.id(), "instanceof", test.type().toString());
      Value known =
          isImpossible(unknown, test.type()) ? Value.FALSE : state.decisions.answer(question);
      if (known == null) {
        for (boolean outcome : new boolean[] {false, true}) {
          forks.add(
              state,
              copy -> {
                copy.decisions.decide(question, Value.of(outcome));
                copy.guessed |= unknown.settled();
              });
        }
        return Step.FORKED;
      }
      frame.set(test.target(), known);
    } else {
      frame.set(test.target(), Value.of(isInstance(state, value, test.type())));
    }
    frame.position++;
    return Step.CONTINUE;
  }

  /** Whether no value that may stand for {@code unknown} is of that type. */
  private boolean isImpossible(Value.Unknown unknown, TypeRef type) {
    String box =
        switch (unknown.type().toString()) {
          case "int", "java.lang.Integer" -> "java.lang.Integer";
          case "long", "java.lang.Long" -> "java.lang.Long";
          case "boolean", "java.lang.Boolean" -> "java.lang.Boolean";
          case "double", "java.lang.Double" -> "java.lang.Double";
          case "java.lang.String" -> "java.lang.String";
          default -> null;
        };
    return (box != null && !hierarchy.inherits(box, type.name())) || isMadeByLibraryAlone(type);
  }

  /**
   * Whether the objects of a type are what a library answers, in records that nobody else makes:
   * that a channel is closed. No value from outside is one.
   */
  private boolean isMadeByLibraryAlone(TypeRef type) {
    if (!hierarchy.isModel(type.name()) || type.name().startsWith("java.")) {
      return false;
    }
    List<String> classes = hierarchy.concrete(type.name());
    return !classes.isEmpty() && classes.stream().allMatch(this::isRecord);
  }

  private boolean isRecord(String name) {
    TypeDeclaration type = hierarchy.program().type(name);
    return type != null && type.kind() == TypeDeclaration.Kind.RECORD;
  }

  private boolean isInstance(State state, Value value, TypeRef type) {
    if (type.isUnknown()) { // a type variable or var: such a pattern matches all but null
      return !(value instanceof Value.Null);
    }
    String name = type.name();
    return switch (value) {
      case Value.Null n -> false;
      case Value.Bool b -> isOneOf(name, "Boolean", "Object", "Comparable");
      case Value.Int i ->
          isOneOf(name, "Integer", "Long", "Short", "Byte", "Number", "Object", "Comparable");
      case Value.Real r -> isOneOf(name, "Double", "Float", "Number", "Object", "Comparable");
      case Value.Many m -> isOneOf(name, "Integer", "Long", "Number", "Object", "Comparable");
      case Value.Text t -> isOneOf(name, "String", "CharSequence", "Object", "Comparable");
      case Value.ClassObject c -> isOneOf(name, "Class", "Object");
      case Value.Reference r ->
          switch (state.object(r.id())) {
            case HeapObject.Instance instance ->
                type.dimensions() == 0 && hierarchy.inherits(instance.layout().type(), name);
            case HeapObject.Array array -> type.dimensions() > 0 || isOneOf(name, "Object");
            case HeapObject.Closure closure -> true;
            case HeapObject.MethodReference reference -> true;
            case HeapObject.Channel channel -> true;
            case HeapObject.Sequence sequence -> true;
            case HeapObject.Counter counter -> true;
            case HeapObject.Handle handle -> true;
          };
      case Value.Unknown u -> throw new IllegalStateException("undecided " + u);
    };
  }

  private static boolean isOneOf(String name, String... simpleNames) {
    for (String simple : simpleNames) {
      if (name.equals("java.lang." + simple)
          || name.equals(simple.toLowerCase(java.util.Locale.ROOT))) {
        return true;
      }
    }
    return name.equals("int") && List.of(simpleNames).contains("Integer");
  }
}
