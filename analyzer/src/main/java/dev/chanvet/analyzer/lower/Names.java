package dev.chanvet.analyzer.lower;

import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import dev.chanvet.analyzer.ir.FieldRef;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Register;
import dev.chanvet.analyzer.ir.TypeRef;
import dev.chanvet.analyzer.source.Site;
import dev.chanvet.analyzer.syntax.DeclaredType;
import dev.chanvet.analyzer.syntax.Member;
import dev.chanvet.analyzer.syntax.SourceUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names that stand for values: variables, fields, {@code this}. */
final class Names {
  private final FunctionLowering f;

  Names(FunctionLowering f) {
    this.f = f;
  }

  /** What a name means that is no local variable: a field or captured variable, or an import. */
  @Nullable Variable member(String name) {
    for (DeclaredType type = f.type; type != null; type = type.outer()) {
      Member.Field field = type.field(name);
      if (field != null) {
        return new Variable.InField(type, field);
      }
      TypeRef captured = type.captures().get(name);
      if (captured != null) {
        return new Variable.InCapture(type, name, captured);
      }
    }
    return imported(name);
  }

  private @Nullable Variable imported(String name) {
    SourceUnit unit = f.type.unit();
    for (String owner : unit.staticImports(name)) {
      Variable found = staticField(owner, name);
      if (found != null) {
        return found;
      }
    }
    for (String owner : unit.staticsOnDemand()) {
      DeclaredType declared = f.type.index().find(owner);
      Member.Field field = declared == null ? null : declared.field(name);
      if (declared != null && field != null) {
        return new Variable.InField(declared, field);
      }
    }
    return null;
  }

  private @Nullable Variable staticField(String owner, String name) {
    DeclaredType declared = f.type.index().find(owner);
    if (declared == null) {
      return new Variable.Imported(owner, name, TypeRef.UNKNOWN);
    }
    Member.Field field = declared.field(name);
    return field == null ? null : new Variable.InField(declared, field);
  }

  Value name(NameExpr expression, Goal goal) {
    String name = expression.getNameAsString();
    Site site = f.site(expression);
    Variable variable = f.find(name);
    if (variable != null) {
      return load(site, variable, goal);
    }
    Register self = f.self();
    if (self != null && f.type.hasUnknownSupertype()) {
      Register target = f.target(goal);
      f.emit(new Instruction.LoadField(site, target, self, new FieldRef(null, name)));
      return new Value(target, TypeRef.UNKNOWN);
    }
    return f.unknown(site, TypeRef.UNKNOWN, goal);
  }

  Value load(Site site, Variable variable, Goal goal) {
    return switch (variable) {
      case Variable.InRegister local ->
          f.deliver(site, new Value(local.register(), local.type()), goal);
      case Variable.InField field -> {
        FieldRef ref = ref(field.field());
        Register object = field.field().isStatic() ? null : f.enclosingObject(site, field.holder());
        yield field.field().isStatic()
            ? loadStatic(site, ref, field.type(), goal)
            : loadField(site, object, ref, field.type(), goal);
      }
      case Variable.InCapture capture -> {
        Register object = f.enclosingObject(site, capture.holder());
        FieldRef ref = new FieldRef(capture.holder().name(), "val$" + capture.name());
        yield loadField(site, object, ref, capture.type(), goal);
      }
      case Variable.Imported imported ->
          loadStatic(site, new FieldRef(imported.owner(), imported.name()), imported.type(), goal);
    };
  }

  static FieldRef ref(Member.Field field) {
    return new FieldRef(field.owner().name(), field.name());
  }

  private Value loadStatic(Site site, FieldRef ref, TypeRef type, Goal goal) {
    Register target = f.target(goal);
    f.emit(new Instruction.LoadStatic(site, target, ref));
    return new Value(target, type);
  }

  private Value loadField(
      Site site, @Nullable Register object, FieldRef ref, TypeRef type, Goal goal) {
    if (object == null) {
      return f.unknown(site, type, goal);
    }
    Register target = f.target(goal);
    f.emit(new Instruction.LoadField(site, target, object, ref));
    return new Value(target, type);
  }

  /**
   * A field of an object or class.
   *
   * @param object the object; null if the field is static, or if no such object exists here
   * @param isLength whether it is the length of an array
   */
  record Place(
      @Nullable Register object, FieldRef field, TypeRef type, boolean isStatic, boolean isLength) {
    static Place declared(@Nullable Register object, Member.Field field) {
      return new Place(object, ref(field), field.type(), field.isStatic(), false);
    }

    static Place unknown(@Nullable Register object, @Nullable String owner, String name) {
      return new Place(object, new FieldRef(owner, name), TypeRef.UNKNOWN, object == null, false);
    }
  }

  /** Evaluates what stands before the dot of {@code scope.name}. */
  Place place(FieldAccessExpr expression) {
    String name = expression.getNameAsString();
    Expression scope = expression.getScope();
    TypeRef owner = asType(scope);
    if (owner != null) {
      Member.Field field = field(owner, name);
      return field == null ? Place.unknown(null, owner.name(), name) : Place.declared(null, field);
    }
    if (scope instanceof SuperExpr) {
      Member.Field field = f.type.field(name);
      return field == null ? Place.unknown(f.self(), null, name) : Place.declared(f.self(), field);
    }
    Value object = f.expressions.value(scope);
    TypeRef type = object.type();
    Member.Field field = field(type, name);
    if (field != null) {
      return Place.declared(object.register(), field);
    }
    if (name.equals("length") && (type.dimensions() > 0 || type.isUnknown())) {
      FieldRef length = new FieldRef(null, name);
      return new Place(object.register(), length, TypeRef.of("int"), false, true);
    }
    return Place.unknown(object.register(), type.isUnknown() ? null : type.name(), name);
  }

  private Member.@Nullable Field field(TypeRef owner, String name) {
    DeclaredType declared = f.declared(owner);
    return declared == null ? null : declared.field(name);
  }

  Value field(FieldAccessExpr expression, Goal goal) {
    Site site = f.site(expression);
    Place place = place(expression);
    if (place.isStatic()) {
      return loadStatic(site, place.field(), place.type(), goal);
    }
    if (place.isLength() && place.object() != null) {
      Register target = f.target(goal);
      f.emit(new Instruction.ArrayLength(site, target, place.object()));
      return new Value(target, place.type());
    }
    return loadField(site, place.object(), place.field(), place.type(), goal);
  }

  /** The type that an expression names, or null if it is a value. */
  @Nullable TypeRef asType(Expression expression) {
    if (expression instanceof TypeExpr type) {
      return f.type(type.getType());
    }
    String dotted = dotted(expression);
    if (dotted == null) {
      return null;
    }
    int dot = dotted.indexOf('.');
    String head = dot < 0 ? dotted : dotted.substring(0, dot);
    return f.find(head) != null ? null : f.types().lookupDotted(dotted);
  }

  private static @Nullable String dotted(Expression expression) {
    if (expression instanceof NameExpr name) {
      return name.getNameAsString();
    }
    if (expression instanceof FieldAccessExpr access) {
      String scope = dotted(access.getScope());
      return scope == null ? null : scope + "." + access.getNameAsString();
    }
    return null;
  }

  Value self(ThisExpr expression, Goal goal) {
    Site site = f.site(expression);
    DeclaredType holder = f.type;
    if (expression.getTypeName().isPresent()) {
      TypeRef named = f.types().lookupDotted(expression.getTypeName().get().asString());
      DeclaredType declared = named == null ? null : f.declared(named);
      holder = declared == null ? f.type : declared;
    }
    Register object = f.enclosingObject(site, holder);
    TypeRef type = TypeRef.of(holder.name());
    return object == null
        ? f.unknown(site, type, goal)
        : f.deliver(site, new Value(object, type), goal);
  }

  /**
   * The name of the variable or field that {@code target} assigns, for messages; null if it has
   * none.
   */
  static @Nullable String nameOf(Expression target) {
    if (target instanceof NameExpr name) {
      return name.getNameAsString();
    }
    if (target instanceof FieldAccessExpr access) {
      return access.getNameAsString();
    }
    return target instanceof EnclosedExpr enclosed ? nameOf(enclosed.getInner()) : null;
  }

  /**
   * The methods of a name that unqualified code can mean: those of the innermost class that has
   * some.
   */
  @Nullable DeclaredType holderOf(String method) {
    for (DeclaredType type = f.type; type != null; type = type.outer()) {
      if (!type.methods(method).isEmpty()) {
        return type;
      }
    }
    return null;
  }

  /** The class from which a method of that name is imported statically, or null. */
  @Nullable String importedOwner(String method) {
    SourceUnit unit = f.type.unit();
    List<String> named = unit.staticImports(method);
    for (String owner : named) {
      DeclaredType declared = f.type.index().find(owner);
      if (declared == null || !declared.methods(method).isEmpty()) {
        return owner;
      }
    }
    String unknown = null;
    for (String owner : unit.staticsOnDemand()) {
      DeclaredType declared = f.type.index().find(owner);
      if (declared != null && !declared.methods(method).isEmpty()) {
        return owner;
      }
      unknown = declared == null && unknown == null ? owner : unknown;
    }
    return f.type.hasUnknownSupertype() ? null : unknown;
  }
}
