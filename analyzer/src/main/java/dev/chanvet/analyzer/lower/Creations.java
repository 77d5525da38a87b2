package dev.chanvet.analyzer.lower;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.chanvet.analyzer.ir.FieldRef;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Register;
import dev.chanvet.analyzer.ir.TypeRef;
import dev.chanvet.analyzer.source.Site;
import dev.chanvet.analyzer.syntax.DeclaredType;
import dev.chanvet.analyzer.syntax.Member;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code new}: the object, then what it holds of its surroundings ({@code this$0}, {@code val$x}),
 * then its constructor.
 */
final class Creations {
  private final FunctionLowering f;
  private final Arrays arrays;
  private final LocalClasses localClasses;

  Creations(FunctionLowering f) {
    this.f = f;
    this.arrays = new Arrays(f);
    this.localClasses = new LocalClasses(f);
  }

  Arrays arrays() {
    return arrays;
  }

  LocalClasses localClasses() {
    return localClasses;
  }

  Value object(ObjectCreationExpr e, Goal goal) {
    Value scope = e.getScope().map(f.expressions::value).orElse(null);
    TypeRef written = written(e, scope);
    DeclaredType declared = f.declared(written);
    List<Member.Method> constructors = fitting(declared, e.getArguments());
    List<Value> arguments =
        f.expressions.all(e.getArguments(), Calls.goals(e.getArguments().size(), constructors));
    DeclaredType created =
        e.getAnonymousClassBody().isPresent() ? localClasses.anonymous(e) : declared;
    TypeRef type = created == null ? written : TypeRef.of(created.name());
    Register outer = scope == null ? null : scope.register();
    Register object = construct(f.site(e), type, created, outer, arguments, goal.name());
    return f.deliver(f.site(e), new Value(object, type), goal);
  }

  private TypeRef written(ObjectCreationExpr e, @Nullable Value scope) {
    String name = e.getType().getNameWithScope();
    TypeRef found = null;
    if (scope == null) {
      found = f.types().lookupDotted(name);
    } else {
      DeclaredType outer = f.declared(scope.type());
      found = outer == null ? null : outer.memberTypeDotted(name);
    }
    return found == null || found.isUnknown() ? TypeRef.of(name) : found;
  }

  private static List<Member.Method> fitting(
      @Nullable DeclaredType type, List<Expression> arguments) {
    return type == null
        ? List.of()
        : type.constructors().stream().filter(c -> c.accepts(arguments.size())).toList();
  }

  /**
   * Makes an object and runs its constructor.
   *
   * @param created the declaration, if there is one
   * @param outer the enclosing object where the source gives it: {@code outer.new Inner()}
   */
  Register construct(
      Site site,
      TypeRef type,
      @Nullable DeclaredType created,
      @Nullable Register outer,
      List<Value> arguments,
      @Nullable String name) {
    Register object = f.temporary();
    f.emit(new Instruction.NewObject(site, object, type));
    if (created != null) {
      surroundings(site, object, created, outer);
    }
    f.emit(
        new Instruction.Invoke(
            site,
            null,
            Instruction.Dispatch.SPECIAL,
            object,
            type,
            "<init>",
            Calls.registers(arguments),
            Calls.types(arguments),
            name));
    return object;
  }

  /** Stores the enclosing object and the captured variables of a new object of {@code type}. */
  void surroundings(Site site, Register object, DeclaredType type, @Nullable Register outer) {
    DeclaredType enclosing = type.outer();
    if (type.isInner() && enclosing != null) {
      Register holder = outer == null ? enclosing(site, type, enclosing) : outer;
      if (holder != null) {
        FieldRef field = new FieldRef(type.name(), "this$0");
        f.emit(new Instruction.StoreField(site, object, field, holder));
      }
    }
    for (String name : type.captures().keySet()) {
      Variable variable = f.find(name);
      if (variable instanceof Variable.InRegister || variable instanceof Variable.InCapture) {
        Register value = f.names.load(site, variable, Goal.VALUE).register();
        FieldRef field = new FieldRef(type.name(), "val$" + name);
        f.emit(new Instruction.StoreField(site, object, field, value));
      }
    }
  }

  private @Nullable Register enclosing(Site site, DeclaredType type, DeclaredType enclosing) {
    boolean isMember = isMember(type.node());
    return f.enclosingObject(
        site, around -> isMember ? around.isSubtypeOf(enclosing) : around == enclosing);
  }

  private static boolean isMember(Node node) {
    return node.getParentNode()
        .filter(parent -> parent instanceof com.github.javaparser.ast.body.TypeDeclaration<?>)
        .isPresent();
  }
}
