package dev.chanvet.analyzer.lower;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Literal;
import dev.chanvet.analyzer.ir.Operator;
import dev.chanvet.analyzer.ir.Register;
import dev.chanvet.analyzer.ir.TypeRef;
import dev.chanvet.analyzer.source.Site;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Arithmetic, comparisons and logic without short circuits. */
final class Operations {
  private static final TypeRef BOOLEAN = TypeRef.of("boolean");
  private static final TypeRef INT = TypeRef.of("int");
  private static final TypeRef LONG = TypeRef.of("long");
  private static final TypeRef STRING = TypeRef.of("java.lang.String");

  private final FunctionLowering f;

  Operations(FunctionLowering f) {
    this.f = f;
  }

  Value unary(UnaryExpr e, Goal goal) {
    Site site = f.site(e);
    switch (e.getOperator()) {
      case PLUS -> {
        return f.expressions.value(e.getExpression(), goal);
      }
      case MINUS -> {
        Long literal = literal(e);
        if (literal != null) {
          TypeRef type = e.getExpression().isLongLiteralExpr() ? LONG : INT;
          return f.constant(site, new Literal.Int(-literal), type, goal);
        }
        Value operand = f.expressions.value(e.getExpression());
        Operator operator = isReal(operand.type()) ? Operator.COMBINE : Operator.NEGATE;
        return compute(site, operator, List.of(operand), promoted(operand.type()), goal);
      }
      case LOGICAL_COMPLEMENT -> {
        Value operand = f.expressions.value(e.getExpression());
        return compute(site, Operator.NOT, List.of(operand), BOOLEAN, goal);
      }
      default -> {
        Value operand = f.expressions.value(e.getExpression());
        return compute(site, Operator.COMBINE, List.of(operand), promoted(operand.type()), goal);
      }
    }
  }

  private static @Nullable Long literal(UnaryExpr e) {
    if (e.getExpression() instanceof IntegerLiteralExpr number) {
      return Literals.integer(number.getValue());
    }
    return e.getExpression() instanceof LongLiteralExpr number
        ? Literals.integer(number.getValue())
        : null;
  }

  Value binary(BinaryExpr e, Goal goal) {
    List<Value> operands = f.expressions.all(List.of(e.getLeft(), e.getRight()));
    return binary(f.site(e), e.getOperator(), operands.get(0), operands.get(1), goal);
  }

  /** Computes on two values as the source's operator does; also for {@code +=} and its kin. */
  Value binary(Site site, BinaryExpr.Operator written, Value left, Value right, Goal goal) {
    TypeRef type = resultType(written, left.type(), right.type());
    boolean real = isReal(left.type()) || isReal(right.type());
    boolean tracked = (!real || type.equals(BOOLEAN)) && !type.equals(STRING);
    Operator operator = tracked ? operator(written) : Operator.COMBINE;
    return compute(site, operator, List.of(left, right), type, goal);
  }

  Value compute(Site site, Operator operator, List<Value> operands, TypeRef type, Goal goal) {
    Register target = f.target(goal);
    List<Register> registers = operands.stream().map(Value::register).toList();
    f.emit(new Instruction.Compute(site, target, operator, registers));
    return new Value(target, type);
  }

  private static Operator operator(BinaryExpr.Operator written) {
    return switch (written) {
      case PLUS -> Operator.ADD;
      case MINUS -> Operator.SUBTRACT;
      case MULTIPLY -> Operator.MULTIPLY;
      case DIVIDE -> Operator.DIVIDE;
      case REMAINDER -> Operator.REMAINDER;
      case AND, BINARY_AND -> Operator.AND;
      case OR, BINARY_OR -> Operator.OR;
      case XOR -> Operator.XOR;
      case LEFT_SHIFT -> Operator.SHIFT_LEFT;
      case SIGNED_RIGHT_SHIFT -> Operator.SHIFT_RIGHT;
      case UNSIGNED_RIGHT_SHIFT -> Operator.COMBINE;
      case LESS -> Operator.LESS;
      case LESS_EQUALS -> Operator.LESS_OR_EQUAL;
      case GREATER -> Operator.GREATER;
      case GREATER_EQUALS -> Operator.GREATER_OR_EQUAL;
      case EQUALS -> Operator.SAME;
      case NOT_EQUALS -> Operator.NOT_SAME;
    };
  }

  private static TypeRef resultType(BinaryExpr.Operator written, TypeRef left, TypeRef right) {
    return switch (written) {
      case EQUALS, NOT_EQUALS, LESS, LESS_EQUALS, GREATER, GREATER_EQUALS, AND, OR -> BOOLEAN;
      case LEFT_SHIFT, SIGNED_RIGHT_SHIFT, UNSIGNED_RIGHT_SHIFT -> promoted(left);
      case PLUS -> left.equals(STRING) || right.equals(STRING) ? STRING : numeric(left, right);
      default -> left.equals(BOOLEAN) && right.equals(BOOLEAN) ? BOOLEAN : numeric(left, right);
    };
  }

  private static TypeRef numeric(TypeRef left, TypeRef right) {
    TypeRef a = promoted(left);
    TypeRef b = promoted(right);
    if (isReal(a) || isReal(b)) {
      return TypeRef.of("double");
    }
    if (a.isUnknown() || b.isUnknown()) {
      return TypeRef.UNKNOWN;
    }
    return a.equals(LONG) || b.equals(LONG) ? LONG : INT;
  }

  private static TypeRef promoted(TypeRef type) {
    if (type.dimensions() > 0) {
      return TypeRef.UNKNOWN;
    }
    return switch (type.name()) {
      case "int",
          "short",
          "byte",
          "char",
          "java.lang.Integer",
          "java.lang.Short",
          "java.lang.Byte",
          "java.lang.Character" ->
          INT;
      case "long", "java.lang.Long" -> LONG;
      case "float", "double", "java.lang.Float", "java.lang.Double" -> TypeRef.of("double");
      default -> TypeRef.UNKNOWN;
    };
  }

  private static boolean isReal(TypeRef type) {
    return promoted(type).name().equals("double");
  }
}
