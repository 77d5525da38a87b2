package dev.chanvet.analyzer.lower;

import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.Expression;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Literal;
import dev.chanvet.analyzer.ir.Operator;
import dev.chanvet.analyzer.ir.Register;
import dev.chanvet.analyzer.ir.TypeRef;
import dev.chanvet.analyzer.lower.Code.Label;
import dev.chanvet.analyzer.source.Site;
import java.util.ArrayList;
import java.util.List;

/** Arrays: creation in any number of dimensions, initialisers, elements. */
final class Arrays {
  private final FunctionLowering f;

  Arrays(FunctionLowering f) {
    this.f = f;
  }

  Value load(ArrayAccessExpr e, Goal goal) {
    List<Value> operands = f.expressions.all(List.of(e.getName(), e.getIndex()));
    Register target = f.target(goal);
    Register array = operands.get(0).register();
    f.emit(new Instruction.LoadElement(f.site(e), target, array, operands.get(1).register()));
    return new Value(target, operands.get(0).type().element());
  }

  Value create(ArrayCreationExpr e, Goal goal) {
    TypeRef innermost = f.type(e.getElementType());
    int dimensions = e.getLevels().size();
    TypeRef type = new TypeRef(innermost.name(), innermost.dimensions() + dimensions);
    if (e.getInitializer().isPresent()) {
      return initialised(e.getInitializer().get(), type.element(), goal);
    }
    List<Expression> lengths = new ArrayList<>();
    e.getLevels().forEach(level -> level.getDimension().ifPresent(lengths::add));
    if (lengths.isEmpty()) {
      return f.unknown(f.site(e), type, goal);
    }
    List<Register> sizes = f.expressions.all(lengths).stream().map(Value::register).toList();
    Register array = allocate(f.site(e), type, sizes);
    return f.deliver(f.site(e), new Value(array, type), goal);
  }

  /** An array of the first length, filled with arrays of the others. */
  private Register allocate(Site site, TypeRef type, List<Register> lengths) {
    Register array = f.temporary();
    Register length = lengths.get(0);
    f.emit(new Instruction.NewArray(site, array, type.element(), length));
    if (lengths.size() > 1) {
      fill(site, type.element(), array, lengths);
    }
    return array;
  }

  private void fill(Site site, TypeRef element, Register array, List<Register> lengths) {
    Register index = f.constant(site, new Literal.Int(0));
    Register one = f.constant(site, new Literal.Int(1));
    Label head = new Label();
    Label body = new Label();
    Label end = new Label();
    f.code.placeTarget(site, head);
    Register more = f.temporary();
    List<Register> bounds = List.of(index, lengths.get(0));
    f.emit(new Instruction.Compute(site, more, Operator.LESS, bounds));
    f.code.fork(site, more, body, end);
    f.code.place(site, body);
    Register inner = allocate(site, element, lengths.subList(1, lengths.size()));
    f.emit(new Instruction.StoreElement(site, array, index, inner));
    f.emit(new Instruction.Compute(site, index, Operator.ADD, List.of(index, one)));
    f.code.jump(site, head);
    f.code.place(site, end);
  }

  /** {@code {a, b, c}}; {@code element} is what the array's type says of them, perhaps nothing. */
  Value initialised(ArrayInitializerExpr e, TypeRef element, Goal goal) {
    Site site = f.site(e);
    List<Expression> values = e.getValues();
    Register length = f.constant(site, new Literal.Int(values.size()));
    Register array = f.temporary();
    f.emit(new Instruction.NewArray(site, array, element, length));
    for (int i = 0; i < values.size(); i++) {
      Expression written = values.get(i);
      Value value = f.expressions.initialise(written, element, Goal.named(goal.name()));
      Register index = f.constant(f.site(written), new Literal.Int(i));
      f.emit(new Instruction.StoreElement(f.site(written), array, index, value.register()));
    }
    TypeRef type =
        element.isUnknown() ? element : new TypeRef(element.name(), element.dimensions() + 1);
    return f.deliver(site, new Value(array, type), goal);
  }
}
