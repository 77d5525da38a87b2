package dev.chanvet.analyzer.syntax;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import dev.chanvet.analyzer.ir.TypeDeclaration.Kind;
import dev.chanvet.analyzer.ir.TypeRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The members that one type declares, those included that the language adds: accessors, {@code
 * values()}.
 */
public record MemberTable(
    Map<String, Member.Field> fields, Map<String, List<Member.Method>> methods) {

  static MemberTable of(DeclaredType type) {
    MemberTable table = new MemberTable(new LinkedHashMap<>(), new LinkedHashMap<>());
    for (BodyDeclaration<?> member : type.heading().members()) {
      if (member instanceof FieldDeclaration field) {
        table.addFields(type, field);
      } else if (member instanceof CallableDeclaration<?> callable) {
        table.addMethod(type, callable);
      }
    }
    if (type.node() instanceof RecordDeclaration declaration) {
      table.addComponents(type, declaration);
    } else if (type.node() instanceof EnumDeclaration declaration) {
      table.addConstants(type, declaration);
    }
    return table;
  }

  private void addFields(DeclaredType type, FieldDeclaration declaration) {
    boolean constant = type.kind() == Kind.INTERFACE;
    for (VariableDeclarator variable : declaration.getVariables()) {
      String name = variable.getNameAsString();
      TypeRef erased = type.resolve(variable.getType());
      boolean isStatic = constant || declaration.isStatic();
      boolean isFinal = constant || declaration.isFinal();
      fields.putIfAbsent(name, new Member.Field(type, name, erased, isStatic, isFinal, variable));
    }
  }

  private void addMethod(DeclaredType type, CallableDeclaration<?> declaration) {
    TypeScope scope = type.with(declaration.getTypeParameters());
    if (declaration instanceof MethodDeclaration method) {
      TypeRef result = scope.resolve(method.getType());
      add(type, method.getNameAsString(), method.isStatic(), result, method.getParameters());
    } else if (declaration instanceof ConstructorDeclaration) {
      add(type, "<init>", false, TypeRef.of("void"), declaration.getParameters());
    }
  }

  private void addComponents(DeclaredType type, RecordDeclaration declaration) {
    for (Parameter component : declaration.getParameters()) {
      String name = component.getNameAsString();
      TypeRef erased = parameterType(type, component);
      fields.put(name, new Member.Field(type, name, erased, false, true, component));
      if (methods.getOrDefault(name, List.of()).stream().noneMatch(m -> m.accepts(0))) {
        add(type, name, false, erased, new NodeList<>());
      }
    }
    int components = declaration.getParameters().size();
    if (methods.getOrDefault("<init>", List.of()).stream().noneMatch(m -> m.accepts(components))) {
      add(type, "<init>", false, TypeRef.of("void"), declaration.getParameters());
    }
  }

  private void addConstants(DeclaredType type, EnumDeclaration declaration) {
    TypeRef own = TypeRef.of(type.name());
    for (EnumConstantDeclaration constant : declaration.getEntries()) {
      String name = constant.getNameAsString();
      fields.put(name, new Member.Field(type, name, own, true, true, constant));
    }
    add(type, "values", true, new TypeRef(type.name(), 1), new NodeList<>());
    methods
        .computeIfAbsent("valueOf", key -> new ArrayList<>())
        .add(new Member.Method(type, "valueOf", true, own, List.of("name"), false));
    add(type, "name", false, TypeRef.of("java.lang.String"), new NodeList<>());
    add(type, "ordinal", false, TypeRef.of("int"), new NodeList<>());
  }

  private void add(
      DeclaredType type,
      String name,
      boolean isStatic,
      TypeRef result,
      NodeList<Parameter> parameters) {
    List<String> names = new ArrayList<>(parameters.size());
    boolean varargs = false;
    for (Parameter parameter : parameters) {
      names.add(parameter.getNameAsString());
      varargs |= parameter.isVarArgs();
    }
    methods
        .computeIfAbsent(name, key -> new ArrayList<>())
        .add(new Member.Method(type, name, isStatic, result, names, varargs));
  }

  /**
   * The erased type of a parameter; that of an array for one that takes any number of arguments.
   */
  public static TypeRef parameterType(TypeScope scope, Parameter parameter) {
    TypeRef erased = scope.resolve(parameter.getType());
    return parameter.isVarArgs() ? new TypeRef(erased.name(), erased.dimensions() + 1) : erased;
  }
}
