package dev.chanvet.analyzer.lower;

import com.github.javaparser.ast.expr.ComponentPatternExpr;
import com.github.javaparser.ast.expr.RecordPatternExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.type.Type;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Literal;
import dev.chanvet.analyzer.ir.Operator;
import dev.chanvet.analyzer.ir.Register;
import dev.chanvet.analyzer.ir.TypeDeclaration.Kind;
import dev.chanvet.analyzer.ir.TypeRef;
import dev.chanvet.analyzer.lower.Code.Label;
import dev.chanvet.analyzer.source.Site;
import dev.chanvet.analyzer.syntax.DeclaredType;
import dev.chanvet.analyzer.syntax.Member;
import dev.chanvet.analyzer.syntax.TypeScope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Patterns of {@code instanceof} and {@code switch}. A match goes on behind the pattern, with its
 * variables declared; a mismatch goes to a label.
 */
final class Patterns {
  private final FunctionLowering f;

  Patterns(FunctionLowering f) {
    this.f = f;
  }

  /** Matches the value of a selector or of the left side of {@code instanceof}: never null. */
  void match(ComponentPatternExpr pattern, Value value, Label otherwise) {
    if (pattern instanceof TypePatternExpr typed) {
      TypeRef type = type(typed.getType());
      test(f.site(pattern), value, type, otherwise);
      bind(typed, value, type);
    } else if (pattern instanceof RecordPatternExpr deconstruction) {
      TypeRef type = type(deconstruction.getType());
      test(f.site(pattern), value, type, otherwise);
      components(deconstruction, value, type, otherwise);
    }
  }

  /** Binds the variables of a pattern without a test: the last case of a switch that covers all. */
  void matchSurely(ComponentPatternExpr pattern, Value value) {
    if (pattern instanceof TypePatternExpr typed) {
      bind(typed, value, isVar(typed) ? TypeRef.UNKNOWN : type(typed.getType()));
    } else if (pattern instanceof RecordPatternExpr deconstruction) {
      components(deconstruction, value, type(deconstruction.getType()), null);
    }
  }

  /** Matches a component of a record: a type that covers the component's matches null as well. */
  private void matchComponent(ComponentPatternExpr pattern, Value value, Label otherwise) {
    if (!(pattern instanceof TypePatternExpr typed)) {
      match(pattern, value, otherwise);
      return;
    }
    TypeRef type = isVar(typed) ? value.type() : type(typed.getType());
    boolean covers =
        isVar(typed)
            || type.isUnknown()
            || type.equals(value.type())
            || typed.getType().isPrimitiveType();
    if (covers) {
      bind(typed, value, type);
    } else if (value.type().isUnknown()) {
      nullOrTest(f.site(pattern), value, type, otherwise);
      bind(typed, value, type);
    } else {
      match(pattern, value, otherwise);
    }
  }

  private static boolean isVar(TypePatternExpr pattern) {
    return TypeScope.isVar(pattern.getType());
  }

  /**
   * The type that a pattern names: unknown for a type variable, whose patterns match all but null;
   * one that nothing declares keeps the name that is written.
   */
  private TypeRef type(Type written) {
    TypeRef type = f.type(written);
    boolean undeclared = type.isUnknown() && f.types().lookup(written.asString()) == null;
    return undeclared ? TypeRef.of(written.asString()) : type;
  }

  private void test(Site site, Value value, TypeRef type, Label otherwise) {
    Label matched = new Label();
    Register result = f.temporary();
    f.emit(new Instruction.TypeTest(site, result, value.register(), type));
    f.code.fork(site, result, matched, otherwise);
    f.code.place(site, matched);
  }

  private void nullOrTest(Site site, Value value, TypeRef type, Label otherwise) {
    Label present = new Label();
    Label matched = new Label();
    Register isNull = f.temporary();
    Register none = f.constant(site, new Literal.Null());
    List<Register> operands = List.of(value.register(), none);
    f.emit(new Instruction.Compute(site, isNull, Operator.SAME, operands));
    f.code.fork(site, isNull, matched, present);
    f.code.place(site, present);
    test(site, value, type, otherwise);
    f.code.place(site, matched);
  }

  private void bind(TypePatternExpr pattern, Value value, TypeRef type) {
    String name = pattern.getNameAsString();
    Register variable = f.variable(name);
    TypeRef known = type.isUnknown() ? value.type() : type;
    Site site = f.site(pattern);
    f.emit(
        type.isUnknown()
            ? new Instruction.Copy(site, variable, value.register())
            : new Instruction.Cast(site, variable, value.register(), type));
    f.locals.declare(name, variable, known);
  }

  /**
   * Matches the components of {@code value}; without a test if there is nowhere to go otherwise.
   */
  private void components(
      RecordPatternExpr pattern, Value value, TypeRef type, @Nullable Label otherwise) {
    Register object = f.temporary();
    f.emit(new Instruction.Cast(f.site(pattern), object, value.register(), type));
    List<Member.Field> fields = recordComponents(f.declared(type));
    for (int i = 0; i < pattern.getPatternList().size(); i++) {
      ComponentPatternExpr component = pattern.getPatternList().get(i);
      Member.Field field = fields != null && i < fields.size() ? fields.get(i) : null;
      Value part = component(f.site(component), object, type, field);
      if (otherwise == null) {
        matchSurely(component, part);
      } else {
        matchComponent(component, part, otherwise);
      }
    }
  }

  private Value component(Site site, Register object, TypeRef type, Member.@Nullable Field field) {
    if (field == null) {
      return f.unknown(site, TypeRef.UNKNOWN, Goal.VALUE);
    }
    Register result = f.temporary();
    f.emit(
        new Instruction.Invoke(
            site,
            result,
            Instruction.Dispatch.VIRTUAL,
            object,
            type,
            field.name(),
            List.of(),
            List.of(),
            null));
    return new Value(result, field.type());
  }

  private static @Nullable List<Member.Field> recordComponents(@Nullable DeclaredType type) {
    return type == null || type.kind() != Kind.RECORD
        ? null
        : type.fields().stream().filter(field -> !field.isStatic()).toList();
  }
}
