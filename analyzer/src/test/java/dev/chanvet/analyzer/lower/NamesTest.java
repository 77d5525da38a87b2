package dev.chanvet.analyzer.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.ir.Instruction;
import dev.chanvet.analyzer.ir.TypeRef;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What names mean: types by all ways of import, fields by all ways of nesting. */
class NamesTest {
  /** The type of the one parameter of {@code m} in a class {@code t.A} with these imports. */
  private static String typeOf(String imports, String name, String... others) {
    String text = "package t; " + imports + " class A { void m(" + name + " x) {} }";
    String[] files = new String[others.length + 1];
    files[0] = text;
    System.arraycopy(others, 0, files, 1, others.length);
    return Lowered.files(files).function("A.m(").parameters().get(0).type().toString();
  }

  @Test
  void typesByImport() {
    assertThat(typeOf("import x.y.Z;", "Z")).isEqualTo("x.y.Z");
    assertThat(typeOf("import x.y.Z;", "Z.In[]")).isEqualTo("x.y.Z.In[]");
    assertThat(typeOf("import x.Z.In;", "In")).isEqualTo("x.Z.In");
    assertThat(typeOf("import x.*;", "Z", "package x; public class Z {}")).isEqualTo("x.Z");
    assertThat(typeOf("import java.util.*;", "Map.Entry<?, ?>")).isEqualTo("java.util.Map.Entry");
    assertThat(typeOf("import static x.Z.In;", "In", "package x; public class Z { class In {} }"))
        .isEqualTo("x.Z.In");
    assertThat(typeOf("import static x.Z.*;", "In", "package x; public class Z { class In {} }"))
        .isEqualTo("x.Z.In");
    assertThat(typeOf("import module java.base;", "List<String>")).isEqualTo("java.util.List");
  }

  @Test
  void typesWithoutImport() {
    assertThat(typeOf("", "String")).isEqualTo("java.lang.String");
    assertThat(typeOf("", "java.util.List<?>")).isEqualTo("java.util.List");
    assertThat(typeOf("", "B", "package t; class B {}")).isEqualTo("t.B");
    assertThat(typeOf("", "int[][]")).isEqualTo("int[][]");
    assertThat(typeOf("", "String...")).isEqualTo("java.lang.String[]");
  }

  @Test
  void theOwnPackageComesBeforeImportsOnDemand() {
    assertThat(typeOf("import java.util.*;", "List", "package t; class List {}"))
        .isEqualTo("t.List");
  }

  @Test
  void aNameThatNothingDeclaresIsOfThisPackageOnlyIfItCanBeOfNoOther() {
    assertThat(typeOf("import java.util.*;", "Elsewhere")).isEqualTo("t.Elsewhere");
    assertThat(typeOf("import some.jar.*;", "Elsewhere")).isEqualTo(TypeRef.UNKNOWN.name());
  }

  @Test
  void typeVariablesStandForTheirBounds() {
    Lowered lowered =
        Lowered.types(
            "class A<C extends Channel<?>, U> { <D extends List<C>> void m(C c, U u, D d) {} }");
    assertThat(lowered.function("A.m(").parameters())
        .extracting(parameter -> parameter.type().toString())
        .containsExactly("dev.chanvet.runtime.Channel", "?", "java.util.List");
  }

  @Test
  void nestedTypesAreInherited() {
    String types = "class B { static class In {} } class A extends B { void m(In in) {} }";
    assertThat(Lowered.types(types).function("A.m(").parameters().get(0).type())
        .isEqualTo(TypeRef.of("t.B.In"));
  }

  @Test
  void circlesOfSupertypesEnd() {
    Lowered lowered = Lowered.types("class A extends B { int n = k(); } class B extends A {}");
    assertThat(lowered.function("A.<init>").hasBody()).isTrue();
  }

  private static List<String> fieldsReadBy(Function function) {
    return function.blocks().stream()
        .flatMap(block -> block.instructions().stream())
        .flatMap(i ->
            switch (i) {
              case Instruction.LoadField load -> List.of(load.field().toString()).stream();
              case Instruction.LoadStatic load -> List.of("static " + load.field()).stream();
              default -> java.util.stream.Stream.<String>empty();
            })
        .toList();
  }

  @Test
  void fieldsAreFoundInSupertypesAndEnclosingTypes() {
    Lowered lowered =
        Lowered.types(
            """
            interface I { int FROM_INTERFACE = 1; }
            class B { int inherited; static int s; }
            class T extends B implements I {
              int own;
              class In { int m() { return own + inherited + FROM_INTERFACE + s + T.this.own; } }
            }
            """);
    assertThat(fieldsReadBy(lowered.function("T.In.m(")))
        .containsExactly(
            "t.T.In.this$0",
            "t.T.own",
            "t.T.In.this$0",
            "t.B.inherited",
            "static t.I.FROM_INTERFACE",
            "static t.B.s",
            "t.T.In.this$0",
            "t.T.own");
  }

  @Test
  void staticImportsOfFields() {
    Lowered lowered =
        Lowered.files(
            "package k; public class K { public static int A, B; }",
            "package t; import static k.K.A; import static k.K.*; import static out.Lib.C;"
                + " class T { int m() { return A + B + C; } }");
    assertThat(fieldsReadBy(lowered.function("T.m(")))
        .containsExactly("static k.K.A", "static k.K.B", "static out.Lib.C");
  }

  @Test
  void staticImportsOnDemandOfUnknownClasses() {
    Lowered lowered =
        Lowered.files(
            "package t; import static out.Lib.*; class T { void m() throws Exception { wait(); f(); } }");
    assertThat(lowered.print("T.m("))
        .contains("invoke this.wait()")
        .contains("invoke static out.Lib.f()");
  }

  @Test
  void aFieldOfAnUnknownSuperclassIsLookedForInTheObject() {
    Lowered lowered =
        Lowered.files("package t; class T extends some.jar.Base { Object m() { return lock; } }");
    assertThat(fieldsReadBy(lowered.function("T.m("))).containsExactly("lock");
  }

  @Test
  void modelsTakePrecedenceOverSourcesOfTheSameName() {
    Lowered lowered =
        Lowered.files("package dev.chanvet.runtime; public interface Channel<T> { void other(); }");
    assertThat(lowered.program().type("dev.chanvet.runtime.Channel")).isNotNull();
    assertThat(lowered.program().types())
        .filteredOn(type -> type.name().equals("dev.chanvet.runtime.Channel"))
        .allMatch(type -> type.model());
  }

  @Test
  void modifiersAndTests() {
    Lowered lowered =
        Lowered.types(
            "public class T { @org.junit.Test public static void m() {} private void k() {} }"
                + " interface I { void a(); default void b() {} private void c() {} }");
    assertThat(lowered.function("T.m(").modifiers()).containsOnly("public", "static", "@Test");
    assertThat(lowered.function("T.k(").modifiers()).containsOnly("private");
    assertThat(lowered.function("I.a(").modifiers()).containsOnly("public", "abstract");
    assertThat(lowered.function("I.b(").modifiers()).containsOnly("public", "default");
    assertThat(lowered.function("I.c(").modifiers()).containsOnly("private");
    assertThat(lowered.function("I.a(").hasBody()).isFalse();
  }

  @Test
  void aClassWithoutAHeadingIsCalledAfterItsFile() {
    Lowered lowered = Lowered.files("List<Integer> l;\nvoid main() { l.size(); }\n");
    assertThat(lowered.notifications()).isEmpty();
    assertThat(lowered.program().type("F0")).isNotNull();
    assertThat(lowered.program().functions())
        .anyMatch(function -> function.id().value().equals("F0.main()"));
  }

  @Test
  void varHasTheTypeOfItsValue() {
    Lowered lowered =
        Lowered.members(
            "class In { class Deep {} } void m() { var in = new In(); in.new Deep(); var c = in; c.k(); }");
    assertThat(lowered.print("T.m(")).contains("new t.T.In.Deep");
    assertThat(lowered.function("T.m(").blocks().get(0).instructions())
        .filteredOn(i -> i instanceof Instruction.Invoke call && call.name().equals("k"))
        .singleElement()
        .matches(
            i -> i instanceof Instruction.Invoke call && TypeRef.of("t.T.In").equals(call.owner()));
  }

  @Test
  void sitesAreThoseOfNames() {
    Lowered lowered =
        Lowered.files(
            "package t;\nclass T {\n  void m(T a) {\n    a.k()\n     .k()\n  .m(a);\n  }\n  T k() {}\n}");
    assertThat(lowered.function("T.m(").site().text()).isEqualTo("m");
    assertThat(
            lowered.function("T.m(").blocks().get(0).instructions().stream()
                .filter(i -> i instanceof Instruction.Invoke)
                .map(i -> i.site().line() + " " + i.site().text()))
        .containsExactly("4 k()", "5 k()", "6 m(a)");
  }
}
