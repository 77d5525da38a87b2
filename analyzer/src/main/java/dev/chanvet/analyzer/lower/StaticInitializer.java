package dev.chanvet.analyzer.lower;

import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import dev.chanvet.analyzer.ir.FieldRef;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.TypeDeclaration.Kind;
import dev.chanvet.analyzer.ir.TypeRef;
import dev.chanvet.analyzer.source.Site;
import dev.chanvet.analyzer.syntax.DeclaredType;
import dev.chanvet.analyzer.syntax.Sites;
import java.util.List;
import java.util.Set;

/** {@code <clinit>}: enum constants, static field initializers and static blocks, in order. */
final class StaticInitializer {
  private final ProgramBuilder program;
  private final DeclaredType type;

  StaticInitializer(ProgramBuilder program, DeclaredType type) {
    this.program = program;
    this.type = type;
  }

  void lower() {
    if (!isNeeded()) {
      return;
    }
    String id = program.unique(type.name() + ".<clinit>");
    FunctionLowering f = FunctionLowering.member(program, type, id, true, type);
    Site site = Sites.of(type.unit().file(), type.node());
    program.member(
        f,
        Function.Kind.STATIC_INITIALIZER,
        "<clinit>",
        List.of(),
        false,
        Set.of("static"),
        site,
        () -> body(f));
  }

  private boolean isNeeded() {
    return type.node() instanceof EnumDeclaration
        || type.heading().members().stream().anyMatch(this::isStaticCode);
  }

  private boolean isStaticCode(BodyDeclaration<?> member) {
    return switch (member) {
      case FieldDeclaration field ->
          isStatic(field)
              && field.getVariables().stream().anyMatch(v -> v.getInitializer().isPresent());
      case InitializerDeclaration block -> block.isStatic();
      default -> false;
    };
  }

  private boolean isStatic(FieldDeclaration field) {
    return field.isStatic() || type.kind() == Kind.INTERFACE;
  }

  private void body(FunctionLowering f) {
    if (type.node() instanceof EnumDeclaration declaration) {
      new Enums(program, type).constants(f, declaration);
    }
    for (BodyDeclaration<?> member : type.heading().members()) {
      if (member instanceof FieldDeclaration field && isStatic(field)) {
        field.getVariables().forEach(variable -> store(f, variable));
      } else if (member instanceof InitializerDeclaration block && block.isStatic()) {
        f.statements.lower(block.getBody());
      }
    }
  }

  private void store(FunctionLowering f, VariableDeclarator variable) {
    if (variable.getInitializer().isEmpty()) {
      return;
    }
    String name = variable.getNameAsString();
    TypeRef fieldType = f.type(variable.getType());
    Value value =
        f.expressions.initialise(variable.getInitializer().get(), fieldType, Goal.named(name));
    f.emit(
        new Instruction.StoreStatic(
            f.site(variable), new FieldRef(type.name(), name), value.register()));
  }
}
