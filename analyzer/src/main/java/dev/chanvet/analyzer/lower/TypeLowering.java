package dev.chanvet.analyzer.lower;

import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.ReferenceType;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Literal;
import dev.chanvet.analyzer.ir.Register;
import dev.chanvet.analyzer.ir.TypeDeclaration;
import dev.chanvet.analyzer.ir.TypeRef;
import dev.chanvet.analyzer.source.Site;
import dev.chanvet.analyzer.syntax.DeclaredType;
import dev.chanvet.analyzer.syntax.Member;
import dev.chanvet.analyzer.syntax.MemberTable;
import dev.chanvet.analyzer.syntax.Sites;
import dev.chanvet.analyzer.syntax.TypeScope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** One type: its declaration and all its functions. */
final class TypeLowering {
  /** Of JUnit 4 to 6, TestNG and jqwik: what an annotation makes of a method. */
  private static final Map<String, String> TESTS =
      Map.ofEntries(
          Map.entry("Test", Function.TEST),
          Map.entry("ParameterizedTest", Function.TEST),
          Map.entry("RepeatedTest", Function.TEST),
          Map.entry("Property", Function.TEST),
          Map.entry("Example", Function.TEST),
          Map.entry("BeforeAll", Function.BEFORE_ALL),
          Map.entry("BeforeClass", Function.BEFORE_ALL),
          Map.entry("BeforeContainer", Function.BEFORE_ALL),
          Map.entry("BeforeEach", Function.BEFORE_EACH),
          Map.entry("Before", Function.BEFORE_EACH),
          Map.entry("BeforeMethod", Function.BEFORE_EACH),
          Map.entry("BeforeTry", Function.BEFORE_EACH),
          Map.entry("AfterEach", Function.AFTER_EACH),
          Map.entry("After", Function.AFTER_EACH),
          Map.entry("AfterMethod", Function.AFTER_EACH),
          Map.entry("AfterTry", Function.AFTER_EACH));

  private final ProgramBuilder program;
  private final DeclaredType type;

  TypeLowering(ProgramBuilder program, DeclaredType type) {
    this.program = program;
    this.type = type;
  }

  void lower() {
    new StaticInitializer(program, type).lower();
    Constructors constructors = new Constructors(program, type);
    for (BodyDeclaration<?> member : type.heading().members()) {
      if (member instanceof MethodDeclaration method) {
        method(method);
      } else {
        constructors.declared(member);
      }
    }
    constructors.synthesized();
    if (type.node() instanceof RecordDeclaration declaration) {
      new Records(program, type).accessors(declaration);
    } else if (type.node() instanceof EnumDeclaration declaration) {
      new Enums(program, type).methods(declaration);
    }
    program.add(declaration());
  }

  private TypeDeclaration declaration() {
    Map<String, TypeDeclaration.Field> fields = new LinkedHashMap<>();
    Site site = nameSite();
    if (type.isInner() && type.outer() != null) {
      put(fields, "this$0", TypeRef.of(type.outer().name()), site);
    }
    type.captures().forEach((name, captured) -> put(fields, "val$" + name, captured, site));
    for (Member.Field field : type.fields()) {
      Site fieldSite = Sites.of(type.unit().file(), field.node());
      fields.put(
          field.name(),
          new TypeDeclaration.Field(
              field.name(), field.type(), field.isStatic(), field.isFinal(), fieldSite));
    }
    List<String> constants = new ArrayList<>();
    if (type.node() instanceof EnumDeclaration declaration) {
      declaration.getEntries().forEach(entry -> constants.add(entry.getNameAsString()));
      put(fields, Enums.NAME, TypeRef.of("java.lang.String"), site);
      put(fields, Enums.ORDINAL, TypeRef.of("int"), site);
    }
    return new TypeDeclaration(
        type.name(),
        type.kind(),
        type.superclass(),
        type.interfaces(),
        fields,
        program.members(type),
        constants,
        type.heading().modifiers(),
        type.unit().isModel(),
        site);
  }

  private static void put(
      Map<String, TypeDeclaration.Field> fields, String name, TypeRef fieldType, Site site) {
    fields.put(name, new TypeDeclaration.Field(name, fieldType, false, true, site));
  }

  private Site nameSite() {
    return Sites.of(
        type.unit().file(),
        type.node() instanceof com.github.javaparser.ast.body.TypeDeclaration<?> declaration
            ? declaration.getName()
            : type.node());
  }

  private void method(MethodDeclaration method) {
    TypeScope scope = type.with(method.getTypeParameters());
    String id = program.unique(id(type, scope, method.getNameAsString(), method.getParameters()));
    FunctionLowering f = FunctionLowering.member(program, type, id, method.isStatic(), scope);
    List<Function.Parameter> parameters = parameters(f, method.getParameters());
    Site site = f.site(method.getName());
    Set<String> modifiers = modifiers(method);
    BlockStmt body = method.getBody().orElse(null);
    boolean varargs = isVarargs(method.getParameters());
    String name = method.getNameAsString();
    if (body == null) {
      program.withoutBody(f, name, parameters, varargs, modifiers, site);
      return;
    }
    Runnable lowering =
        method.isSynchronized()
            ? () ->
                f.statements
                    .tries()
                    .synchronizedOn(site, monitor(f, site), () -> f.statements.lower(body))
            : () -> f.statements.lower(body);
    program.member(f, Function.Kind.METHOD, name, parameters, varargs, modifiers, site, lowering);
  }

  /** What a synchronized method locks: its object, or its class. */
  private static Register monitor(FunctionLowering f, Site site) {
    Register self = f.ownSelf();
    if (self != null) {
      return self;
    }
    Register holder = f.temporary();
    Literal literal = new Literal.Class(TypeRef.of(f.type.name()));
    f.emit(new Instruction.Constant(site, holder, literal));
    return holder;
  }

  private Set<String> modifiers(MethodDeclaration method) {
    Set<String> all = modifiers((CallableDeclaration<?>) method);
    boolean inInterface = type.kind() == TypeDeclaration.Kind.INTERFACE;
    if (inInterface && !method.isPrivate()) {
      all.add("public");
    }
    if (inInterface && method.getBody().isEmpty()) {
      all.add("abstract");
    }
    for (AnnotationExpr annotation : method.getAnnotations()) {
      String role = TESTS.get(annotation.getName().getIdentifier());
      if (role != null) {
        all.add(role);
      }
    }
    return all;
  }

  static Set<String> modifiers(CallableDeclaration<?> callable) {
    Set<String> all = new TreeSet<>();
    for (Modifier modifier : callable.getModifiers()) {
      all.add(modifier.getKeyword().asString());
    }
    if (callable.getThrownExceptions().stream().anyMatch(TypeLowering::mattersToHandlers)) {
      all.add(Function.THROWS);
    }
    return all;
  }

  private static boolean mattersToHandlers(ReferenceType exception) {
    return !(exception instanceof ClassOrInterfaceType type
        && type.getNameAsString().equals("InterruptedException"));
  }

  /** The id of a function by its name and the simple names of its parameters' types. */
  static String id(
      DeclaredType type, TypeScope scope, String name, NodeList<Parameter> parameters) {
    List<String> names = new ArrayList<>();
    for (Parameter parameter : parameters) {
      TypeRef erased = MemberTable.parameterType(scope, parameter);
      names.add(erased.isUnknown() ? written(parameter) : erased.simpleName());
    }
    return type.name() + "." + name + "(" + String.join(",", names) + ")";
  }

  private static String written(Parameter parameter) {
    String name = parameter.getType().asString();
    int generic = name.indexOf('<');
    return (generic < 0 ? name : name.substring(0, generic)) + (parameter.isVarArgs() ? "[]" : "");
  }

  static boolean isVarargs(NodeList<Parameter> parameters) {
    return parameters.getLast().filter(Parameter::isVarArgs).isPresent();
  }

  /** Declares the parameters of a function and answers their registers. */
  static List<Function.Parameter> parameters(FunctionLowering f, NodeList<Parameter> declared) {
    List<Function.Parameter> parameters = new ArrayList<>();
    for (Parameter parameter : declared) {
      String name = parameter.getNameAsString();
      TypeRef type = MemberTable.parameterType(f.types(), parameter);
      Register register = f.variable(name);
      f.locals.declare(name, register, type);
      parameters.add(new Function.Parameter(register, type, f.site(parameter.getName())));
    }
    return parameters;
  }
}
