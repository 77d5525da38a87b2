package dev.chanvet.analyzer.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanvet.analyzer.ir.ChannelApi;
import dev.chanvet.analyzer.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RelevantFilesTest {
  private static final String SERVICE =
      """
      package a;
      import dev.chanvet.runtime.Channel;
      public class Service { public Channel<Integer> channel() { return null; } }
      """;

  private static List<String> select(String... texts) {
    List<SourceFile> files = new ArrayList<>();
    for (String text : texts) {
      files.add(SourceFile.of("F" + files.size() + ".java", text));
    }
    return RelevantFiles.select(files, ChannelApi.KNOWN).stream().map(SourceFile::path).toList();
  }

  @Test
  void nothingWithoutTheApi() {
    assertThat(select("package a; class A { B b; }", "package a; class B {}")).isEmpty();
  }

  @Test
  void whoStartsThreadsOrLocksIsLookedAt() {
    List<SourceFile> files =
        List.of(
            SourceFile.of("Starts.java", "class Starts { void m() { new Thread(null).start(); } }"),
            SourceFile.of(
                "Locks.java",
                "import java.util.concurrent.locks.ReentrantLock; class Locks { ReentrantLock l; }"),
            SourceFile.of("Sleeps.java", "class Sleeps { void m() { Thread.sleep(1); } }"));
    assertThat(RelevantFiles.select(files, ChannelApi.BESIDE).stream().map(SourceFile::path))
        .containsExactly("Locks.java", "Starts.java");
  }

  @Test
  void anApiInACommentCostsOnlyTime() {
    assertThat(select("package a; // see dev.chanvet.runtime\nclass A {}", "package b; class B {}"))
        .containsExactly("F0.java");
  }

  @Test
  void usersOfACarrierNeedNoImportOfTheApi() {
    String user = "package b; import a.Service; class U { void m(Service s) { s.channel(); } }";
    assertThat(select(SERVICE, user, "package b; class Other {}"))
        .containsExactly("F0.java", "F1.java");
  }

  @Test
  void whatHandsCarriersOnIsACarrier() {
    String factory = "package b; import a.*; class Factory { Service service() { return null; } }";
    String user = "package b; class U { void m(Factory f) { f.service().channel(); } }";
    assertThat(select(SERVICE, factory, user)).containsExactly("F0.java", "F1.java", "F2.java");
  }

  @Test
  void whatUsesACarrierInsideAMethodIsNone() {
    String hidden = "package b; import a.*; class Hidden { void m() { new Service(); } }";
    String caller = "package c; import b.*; class Caller { void m() { new Hidden().m(); } }";
    assertThat(select(SERVICE, hidden, caller)).containsExactly("F0.java", "F1.java");
  }

  @Test
  void whatRelevantFilesNameIsRelevant() {
    String pool = "package p; public class Pool { void run(Runnable r) { new Step(r); } }";
    String step = "package p; class Step { Step(Runnable r) { r.run(); } }";
    String user = "package a; import dev.chanvet.runtime.*; class U { p.Pool x; Pool y; }";
    String imported = user.replace("class U", "import p.Pool; class U");
    assertThat(select(pool, step, user)).containsExactly("F2.java");
    assertThat(select(pool, step, imported)).containsExactly("F0.java", "F1.java", "F2.java");
  }

  @Test
  void namesInCommentsAndTextsDoNotCount() {
    String user =
        """
        package a;
        import dev.chanvet.runtime.*;
        class U { /* Pool */ String s = "Pool"; char c = '"'; String t = \"""
            Pool " \\\""" Pool\"""; } // Pool
        """;
    assertThat(select(user, "package a; class Pool {}")).containsExactly("F0.java");
  }

  @Test
  void aNestedTypeIsFoundByItsImport() {
    String outer = "package p; public class Outer { public static class In {} }";
    String user = "package a; import dev.chanvet.runtime.*; import p.Outer.In; class U { In i; }";
    assertThat(select(outer, user)).containsExactly("F0.java", "F1.java");
  }

  @Test
  void levelsOfNamedTypesEndWhereThereAreMany() {
    List<String> texts = new ArrayList<>();
    texts.add("package a; import dev.chanvet.runtime.*; class U { C0 c; }");
    IntStream.range(0, 3_000)
        .forEach(i -> texts.add("package a; class C" + i + " { C" + (i + 1) + " next; }"));
    assertThat(select(texts.toArray(String[]::new))).hasSize(RelevantFiles.ENOUGH);
  }
}
