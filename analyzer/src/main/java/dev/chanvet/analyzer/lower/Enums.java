package dev.chanvet.analyzer.lower;

import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import dev.chanvet.analyzer.ir.FieldRef;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.Literal;
import dev.chanvet.analyzer.ir.Operator;
import dev.chanvet.analyzer.ir.Register;
import dev.chanvet.analyzer.ir.TypeRef;
import dev.chanvet.analyzer.lower.Code.Label;
import dev.chanvet.analyzer.source.Site;
import dev.chanvet.analyzer.syntax.DeclaredType;
import java.util.List;
import java.util.Set;

/** What the language adds to an enum: its constants, and the methods that every enum has. */
final class Enums {
  /** The field of an enum's name; a user's own field may be called {@code name}. */
  static final String NAME = "$name";

  /** The field of an enum's position. */
  static final String ORDINAL = "$ordinal";

  private static final TypeRef STRING = TypeRef.of("java.lang.String");

  private final ProgramBuilder program;
  private final DeclaredType type;

  Enums(ProgramBuilder program, DeclaredType type) {
    this.program = program;
    this.type = type;
  }

  /** Creates the constants, at the start of the static initializer {@code f}. */
  void constants(FunctionLowering f, EnumDeclaration declaration) {
    int ordinal = 0;
    for (EnumConstantDeclaration constant : declaration.getEntries()) {
      constant(f, constant, ordinal++);
    }
  }

  private void constant(FunctionLowering f, EnumConstantDeclaration constant, int ordinal) {
    Site site = f.site(constant);
    List<Value> arguments = f.expressions.all(constant.getArguments());
    DeclaredType created =
        constant.getClassBody().isEmpty()
            ? type
            : f.creations.localClasses().constantBody(constant);
    Register object = f.temporary();
    TypeRef ref = TypeRef.of(created.name());
    f.emit(new Instruction.NewObject(site, object, ref));
    Register name = f.constant(site, new Literal.Text(constant.getNameAsString()));
    f.emit(new Instruction.StoreField(site, object, field(NAME), name));
    Register position = f.constant(site, new Literal.Int(ordinal));
    f.emit(new Instruction.StoreField(site, object, field(ORDINAL), position));
    f.emit(
        new Instruction.Invoke(
            site,
            null,
            Instruction.Dispatch.SPECIAL,
            object,
            ref,
            "<init>",
            Calls.registers(arguments),
            Calls.types(arguments),
            constant.getNameAsString()));
    f.emit(new Instruction.StoreStatic(site, field(constant.getNameAsString()), object));
  }

  private FieldRef field(String name) {
    return new FieldRef(type.name(), name);
  }

  /** Adds {@code values}, {@code valueOf}, {@code name} and {@code ordinal}. */
  void methods(EnumDeclaration declaration) {
    values(declaration);
    valueOf(declaration);
    accessor(declaration, "name", NAME);
    accessor(declaration, "ordinal", ORDINAL);
  }

  private FunctionLowering function(String signature, boolean isStatic) {
    String id = program.unique(type.name() + "." + signature);
    return FunctionLowering.member(program, type, id, isStatic, type);
  }

  private void values(EnumDeclaration declaration) {
    FunctionLowering f = function("values()", true);
    Site site = f.site(declaration.getName());
    Set<String> modifiers = Set.of("public", "static");
    program.member(
        f,
        Function.Kind.METHOD,
        "values",
        List.of(),
        false,
        modifiers,
        site,
        () -> {
          Register length = f.constant(site, new Literal.Int(declaration.getEntries().size()));
          Register array = f.temporary();
          f.emit(new Instruction.NewArray(site, array, TypeRef.of(type.name()), length));
          int ordinal = 0;
          for (EnumConstantDeclaration constant : declaration.getEntries()) {
            Register index = f.constant(site, new Literal.Int(ordinal++));
            Register value = load(f, site, constant);
            f.emit(new Instruction.StoreElement(site, array, index, value));
          }
          f.code.returns(site, array);
        });
  }

  private void valueOf(EnumDeclaration declaration) {
    FunctionLowering f = function("valueOf(String)", true);
    Site site = f.site(declaration.getName());
    Register name = f.variable("name");
    Set<String> modifiers = Set.of("public", "static");
    List<Function.Parameter> parameters = List.of(new Function.Parameter(name, STRING));
    program.member(
        f,
        Function.Kind.METHOD,
        "valueOf",
        parameters,
        false,
        modifiers,
        site,
        () -> {
          for (EnumConstantDeclaration constant : declaration.getEntries()) {
            Label hit = new Label();
            Label miss = new Label();
            Register text = f.constant(site, new Literal.Text(constant.getNameAsString()));
            Register same = f.temporary();
            f.emit(new Instruction.Compute(site, same, Operator.EQUAL, List.of(name, text)));
            f.code.fork(site, same, hit, miss);
            f.code.place(site, hit);
            f.code.returns(site, load(f, site, constant));
            f.code.place(site, miss);
          }
          TypeRef failure = TypeRef.of("java.lang.IllegalArgumentException");
          Register exception =
              f.creations.construct(site, failure, f.declared(failure), null, List.of(), null);
          f.code.throwing(site, exception);
        });
  }

  private Register load(FunctionLowering f, Site site, EnumConstantDeclaration constant) {
    Register value = f.temporary();
    f.emit(new Instruction.LoadStatic(site, value, field(constant.getNameAsString())));
    return value;
  }

  private void accessor(EnumDeclaration declaration, String name, String fieldName) {
    FunctionLowering f = function(name + "()", false);
    Site site = f.site(declaration.getName());
    Records.accessor(program, f, name, field(fieldName), site);
  }
}
