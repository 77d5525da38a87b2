package dev.chanvet.analyzer.lower;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import dev.chanvet.analyzer.ir.FieldRef;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Literal;
import dev.chanvet.analyzer.ir.Register;
import dev.chanvet.analyzer.ir.TypeRef;
import dev.chanvet.analyzer.source.Site;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Assignments to variables, fields and elements: plain, compound, and {@code ++} and {@code --}.
 */
final class Assignments {
  /** Where an assignment stores; what stands before the dot or bracket has been evaluated. */
  private sealed interface Place {
    TypeRef type();

    record Local(Register register, TypeRef type) implements Place {}

    record Field(Register object, FieldRef field, TypeRef type) implements Place {}

    record Static(FieldRef field, TypeRef type) implements Place {}

    record Element(Register array, Register index, TypeRef type) implements Place {}

    /** Nothing that the analysis can see. */
    record Nowhere(TypeRef type) implements Place {}
  }

  private final FunctionLowering f;

  Assignments(FunctionLowering f) {
    this.f = f;
  }

  /** Whether evaluating {@code node} may assign the local variable {@code name}. */
  static boolean assigns(Node node, String name) {
    if (node instanceof LambdaExpr) {
      return false;
    }
    if (node instanceof AssignExpr assign && isName(assign.getTarget(), name)) {
      return true;
    }
    if (node instanceof UnaryExpr unary && isStep(unary) && isName(unary.getExpression(), name)) {
      return true;
    }
    for (Node child : node.getChildNodes()) {
      if (assigns(child, name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isStep(UnaryExpr unary) {
    return unary.isPostfix()
        || unary.getOperator() == UnaryExpr.Operator.PREFIX_INCREMENT
        || unary.getOperator() == UnaryExpr.Operator.PREFIX_DECREMENT;
  }

  private static boolean isName(Expression target, String name) {
    return name.equals(target instanceof NameExpr ? Names.nameOf(target) : null)
        || target instanceof EnclosedExpr enclosed && isName(enclosed.getInner(), name);
  }

  Value assign(AssignExpr e, Goal goal) {
    Site site = f.site(e);
    Place place = place(e.getTarget(), e.getValue());
    String name = Names.nameOf(e.getTarget());
    BinaryExpr.Operator operator = e.getOperator().toBinaryOperator().orElse(null);
    if (operator == null) {
      Register into = place instanceof Place.Local local ? local.register() : null;
      Value value =
          f.expressions.initialise(e.getValue(), place.type(), new Goal(into, name, false));
      store(site, place, value.register());
      return f.deliver(site, value, goal);
    }
    Value before = load(site, place);
    if (assignsAgain(place, e.getValue())) {
      before = new Value(f.snapshot(site, before.register()), before.type());
    }
    Value operand = f.expressions.value(e.getValue());
    return f.deliver(site, update(site, place, operator, before, operand), goal);
  }

  private static boolean assignsAgain(Place place, Expression value) {
    return place instanceof Place.Local local && assigns(value, local.register().name());
  }

  /** {@code x++} and its kin; the value before is kept only if somebody reads it. */
  Value step(UnaryExpr e, Goal goal) {
    Site site = f.site(e);
    Place place = place(e.getExpression(), e.getExpression());
    Value before = load(site, place);
    boolean keeps = e.isPostfix() && !goal.discards();
    Value kept = keeps ? new Value(f.snapshot(site, before.register()), before.type()) : before;
    boolean up =
        e.getOperator() == UnaryExpr.Operator.PREFIX_INCREMENT
            || e.getOperator() == UnaryExpr.Operator.POSTFIX_INCREMENT;
    Value one = f.constant(site, new Literal.Int(1), TypeRef.of("int"), Goal.VALUE);
    BinaryExpr.Operator operator = up ? BinaryExpr.Operator.PLUS : BinaryExpr.Operator.MINUS;
    Value after = update(site, place, operator, before, one);
    return f.deliver(site, e.isPostfix() ? kept : after, goal);
  }

  private Value update(
      Site site, Place place, BinaryExpr.Operator operator, Value before, Value operand) {
    Register into = place instanceof Place.Local local ? local.register() : null;
    Goal goal = new Goal(into, null, false);
    Value after = f.conditions.operations().binary(site, operator, before, operand, goal);
    store(site, place, after.register());
    return new Value(after.register(), place.type());
  }

  private Place place(Expression target, Expression value) {
    if (target instanceof EnclosedExpr enclosed) {
      return place(enclosed.getInner(), value);
    }
    if (target instanceof NameExpr name) {
      return named(name);
    }
    if (target instanceof FieldAccessExpr access) {
      Names.Place place = f.names.place(access);
      if (place.isStatic()) {
        return new Place.Static(place.field(), place.type());
      }
      return field(place.object(), place.field(), place.type());
    }
    if (target instanceof ArrayAccessExpr access) {
      List<Value> operands = f.expressions.all(List.of(access.getName(), access.getIndex()));
      Register array = keep(access.getName(), operands.get(0).register(), value);
      Register index = keep(access.getIndex(), operands.get(1).register(), value);
      return new Place.Element(array, index, operands.get(0).type().element());
    }
    f.expressions.effect(target);
    return new Place.Nowhere(TypeRef.UNKNOWN);
  }

  /**
   * A copy of an operand of the place if evaluating the value assigns it again: {@code a[i] = i =
   * 2}.
   */
  private Register keep(Expression operand, Register register, Expression value) {
    return f.isVariable(register) && assigns(value, register.name())
        ? f.snapshot(f.site(operand), register)
        : register;
  }

  private Place named(NameExpr expression) {
    Site site = f.site(expression);
    String name = expression.getNameAsString();
    Variable variable = f.find(name);
    if (variable == null) {
      Register self = f.type.hasUnknownSupertype() ? f.self() : null;
      return field(self, new FieldRef(null, name), TypeRef.UNKNOWN);
    }
    return switch (variable) {
      case Variable.InRegister local -> new Place.Local(local.register(), local.type());
      case Variable.InField field when field.field().isStatic() ->
          new Place.Static(Names.ref(field.field()), field.type());
      case Variable.InField field ->
          field(f.enclosingObject(site, field.holder()), Names.ref(field.field()), field.type());
      case Variable.InCapture capture -> new Place.Nowhere(capture.type());
      case Variable.Imported imported ->
          new Place.Static(new FieldRef(imported.owner(), name), imported.type());
    };
  }

  private static Place field(@Nullable Register object, FieldRef field, TypeRef type) {
    return object == null ? new Place.Nowhere(type) : new Place.Field(object, field, type);
  }

  private Value load(Site site, Place place) {
    Register target = place instanceof Place.Local local ? local.register() : f.temporary();
    switch (place) {
      case Place.Local local -> {}
      case Place.Field field ->
          f.emit(new Instruction.LoadField(site, target, field.object(), field.field()));
      case Place.Static field -> f.emit(new Instruction.LoadStatic(site, target, field.field()));
      case Place.Element element ->
          f.emit(new Instruction.LoadElement(site, target, element.array(), element.index()));
      case Place.Nowhere nowhere -> f.emit(new Instruction.Unknown(site, target, nowhere.type()));
    }
    return new Value(target, place.type());
  }

  private void store(Site site, Place place, Register value) {
    switch (place) {
      case Place.Local local -> {}
      case Place.Field field ->
          f.emit(new Instruction.StoreField(site, field.object(), field.field(), value));
      case Place.Static field -> f.emit(new Instruction.StoreStatic(site, field.field(), value));
      case Place.Element element ->
          f.emit(new Instruction.StoreElement(site, element.array(), element.index(), value));
      case Place.Nowhere nowhere -> {}
    }
  }
}
