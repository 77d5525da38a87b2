package dev.chanvet.analyzer.lower;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import dev.chanvet.analyzer.ir.FieldRef;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Register;
import dev.chanvet.analyzer.source.Site;
import dev.chanvet.analyzer.syntax.DeclaredType;
import java.util.List;
import java.util.Set;

/**
 * The accessors that the language adds to a record; its constructor is with {@link Constructors}.
 */
final class Records {
  private final ProgramBuilder program;
  private final DeclaredType type;

  Records(ProgramBuilder program, DeclaredType type) {
    this.program = program;
    this.type = type;
  }

  void accessors(RecordDeclaration declaration) {
    for (Parameter component : declaration.getParameters()) {
      String name = component.getNameAsString();
      if (declaration.getMethodsByName(name).stream().noneMatch(Records::isAccessor)) {
        String id = program.unique(type.name() + "." + name + "()");
        FunctionLowering f = FunctionLowering.member(program, type, id, false, type);
        Site site = f.site(component.getName());
        accessor(program, f, name, new FieldRef(type.name(), name), site);
      }
    }
  }

  private static boolean isAccessor(MethodDeclaration method) {
    return method.getParameters().isEmpty();
  }

  /** A method that returns a field. */
  static void accessor(
      ProgramBuilder program, FunctionLowering f, String name, FieldRef field, Site site) {
    Register self = f.ownSelf();
    program.member(
        f,
        Function.Kind.METHOD,
        name,
        List.of(),
        false,
        Set.of("public"),
        site,
        () -> {
          if (self != null) {
            Register value = f.temporary();
            f.emit(new Instruction.LoadField(site, value, self, field));
            f.code.returns(site, value);
          }
        });
  }
}
