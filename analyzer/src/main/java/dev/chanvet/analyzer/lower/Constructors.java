package dev.chanvet.analyzer.lower;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.chanvet.analyzer.ir.FieldRef;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Register;
import dev.chanvet.analyzer.ir.TypeDeclaration.Kind;
import dev.chanvet.analyzer.ir.TypeRef;
import dev.chanvet.analyzer.source.Site;
import dev.chanvet.analyzer.syntax.DeclaredType;
import dev.chanvet.analyzer.syntax.Sites;
import dev.chanvet.analyzer.syntax.TypeScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * {@code <init>} functions: what stands before {@code super(...)}, that call, the field
 * initializers and initializer blocks in order, the rest of the body. A constructor that calls
 * {@code this(...)} leaves all that to the other one.
 */
final class Constructors {
  private final ProgramBuilder program;
  private final DeclaredType type;
  private boolean hasOne;

  Constructors(ProgramBuilder program, DeclaredType type) {
    this.program = program;
    this.type = type;
  }

  /** Lowers a constructor; other members are passed over. */
  void declared(BodyDeclaration<?> member) {
    if (member instanceof ConstructorDeclaration constructor) {
      declared(constructor);
    } else if (member instanceof CompactConstructorDeclaration compact
        && type.node() instanceof RecordDeclaration declaration) {
      Site site = site(compact.getName());
      List<Statement> body = compact.getBody().getStatements();
      canonical(declaration, site, body, Set.of("public"));
    }
  }

  private Site site(Node node) {
    return Sites.of(type.unit().file(), node);
  }

  /** Adds the constructor that the language adds where the source has none. */
  void synthesized() {
    if (type.node() instanceof RecordDeclaration declaration) {
      int components = declaration.getParameters().size();
      boolean compact = !declaration.getCompactConstructors().isEmpty();
      boolean written =
          declaration.getConstructors().stream()
              .anyMatch(c -> c.getParameters().size() == components && isCanonical(c, declaration));
      if (!compact && !written) {
        canonical(declaration, site(declaration.getName()), List.of(), Set.of("public"));
      }
    } else if (type.kind() != Kind.INTERFACE && !hasOne) {
      passingOn();
    }
  }

  private static boolean isCanonical(ConstructorDeclaration written, RecordDeclaration record) {
    return IntStream.range(0, record.getParameters().size())
        .allMatch(
            i -> written.getParameter(i).getType().equals(record.getParameters().get(i).getType()));
  }

  private void declared(ConstructorDeclaration constructor) {
    hasOne = true;
    TypeScope scope = type.with(constructor.getTypeParameters());
    FunctionLowering f = function(scope, constructor.getParameters());
    List<Function.Parameter> parameters = TypeLowering.parameters(f, constructor.getParameters());
    Site site = f.site(constructor.getName());
    program.member(
        f,
        Function.Kind.CONSTRUCTOR,
        "<init>",
        parameters,
        TypeLowering.isVarargs(constructor.getParameters()),
        TypeLowering.modifiers(constructor),
        site,
        () -> body(f, site, constructor.getBody().getStatements()));
  }

  private FunctionLowering function(TypeScope scope, NodeList<Parameter> parameters) {
    String id = program.unique(TypeLowering.id(type, scope, "<init>", parameters));
    return FunctionLowering.member(program, type, id, false, scope);
  }

  private void canonical(
      RecordDeclaration declaration, Site site, List<Statement> body, Set<String> modifiers) {
    NodeList<Parameter> components = declaration.getParameters();
    FunctionLowering f = function(type, components);
    List<Function.Parameter> parameters = TypeLowering.parameters(f, components);
    boolean varargs = TypeLowering.isVarargs(components);
    program.member(
        f,
        Function.Kind.CONSTRUCTOR,
        "<init>",
        parameters,
        varargs,
        modifiers,
        site,
        () -> {
          f.statements.block(body);
          for (int i = 0; i < parameters.size(); i++) {
            FieldRef field = new FieldRef(type.name(), components.get(i).getNameAsString());
            store(f, site, field, parameters.get(i).register());
          }
        });
  }

  private static void store(FunctionLowering f, Site site, FieldRef field, Register value) {
    Register self = f.ownSelf();
    if (self != null) {
      f.emit(new Instruction.StoreField(site, self, field, value));
    }
  }

  /** A default constructor; that of an anonymous class hands its arguments to the superclass. */
  private void passingOn() {
    Site site = site(type.node());
    int arguments = 0;
    if (type.node() instanceof ObjectCreationExpr creation) {
      arguments = creation.getArguments().size();
    } else if (type.node() instanceof EnumConstantDeclaration constant) {
      arguments = constant.getArguments().size();
    }
    List<String> names = IntStream.range(0, arguments).mapToObj(i -> "argument" + i).toList();
    String id = program.unique(type.name() + ".<init>(" + String.join(",", names) + ")");
    FunctionLowering f = FunctionLowering.member(program, type, id, false, type);
    List<Value> values = new ArrayList<>();
    List<Function.Parameter> parameters = new ArrayList<>();
    for (String name : names) {
      Value value = new Value(f.variable(name), TypeRef.UNKNOWN);
      values.add(value);
      parameters.add(new Function.Parameter(value.register(), value.type()));
    }
    program.member(
        f,
        Function.Kind.CONSTRUCTOR,
        "<init>",
        parameters,
        false,
        Set.of(),
        site,
        () -> {
          callSuper(f, site, values);
          initializers(f);
        });
  }

  private void body(FunctionLowering f, Site site, List<Statement> statements) {
    int call = 0;
    while (call < statements.size()
        && !(statements.get(call) instanceof ExplicitConstructorInvocationStmt)) {
      call++;
    }
    boolean explicit = call < statements.size();
    int scope = f.locals.open();
    if (explicit) {
      statements.subList(0, call).forEach(f.statements::lower);
      call(f, (ExplicitConstructorInvocationStmt) statements.get(call));
    } else {
      callSuper(f, site, List.of());
      initializers(f);
    }
    statements.subList(explicit ? call + 1 : 0, statements.size()).forEach(f.statements::lower);
    f.locals.close(scope);
  }

  private void call(FunctionLowering f, ExplicitConstructorInvocationStmt call) {
    Site site = f.site(call);
    Register outer = call.getExpression().map(e -> f.expressions.value(e).register()).orElse(null);
    List<Value> arguments = f.expressions.all(call.getArguments());
    if (call.isThis()) {
      invoke(f, site, type.name(), arguments);
      return;
    }
    DeclaredType superclass = superclass();
    Register self = f.ownSelf();
    if (superclass != null && self != null) {
      f.creations.surroundings(site, self, superclass, outer);
    }
    String name = type.superclass();
    if (name != null) {
      invoke(f, site, name, arguments);
    }
    initializers(f);
  }

  private @Nullable DeclaredType superclass() {
    String name = type.superclass();
    return name == null ? null : type.index().find(name);
  }

  /** Calls the superclass's constructor, unless it is unknown and given nothing. */
  private void callSuper(FunctionLowering f, Site site, List<Value> arguments) {
    String name = type.superclass();
    DeclaredType superclass = superclass();
    Register self = f.ownSelf();
    if (superclass != null && self != null) {
      f.creations.surroundings(site, self, superclass, null);
    }
    if (name != null && (superclass != null || !arguments.isEmpty())) {
      invoke(f, site, name, arguments);
    }
  }

  private static void invoke(FunctionLowering f, Site site, String owner, List<Value> arguments) {
    f.emit(
        new Instruction.Invoke(
            site,
            null,
            Instruction.Dispatch.SPECIAL,
            f.ownSelf(),
            TypeRef.of(owner),
            "<init>",
            Calls.registers(arguments),
            Calls.types(arguments),
            null));
  }

  private void initializers(FunctionLowering f) {
    List<Locals.Local> parameters = f.locals.close(0);
    for (BodyDeclaration<?> member : type.heading().members()) {
      if (member instanceof FieldDeclaration field && !field.isStatic()) {
        field.getVariables().forEach(variable -> initialise(f, variable));
      } else if (member instanceof InitializerDeclaration block && !block.isStatic()) {
        f.statements.lower(block.getBody());
      }
    }
    f.locals.reopen(parameters);
  }

  private void initialise(FunctionLowering f, VariableDeclarator variable) {
    if (variable.getInitializer().isEmpty()) {
      return;
    }
    String name = variable.getNameAsString();
    TypeRef fieldType = f.type(variable.getType());
    Value value =
        f.expressions.initialise(variable.getInitializer().get(), fieldType, Goal.named(name));
    store(f, f.site(variable), new FieldRef(type.name(), name), value.register());
  }
}
