package dev.chanvet.analyzer.finding;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.ast.CompilationUnit;
import dev.chanvet.analyzer.source.Site;
import dev.chanvet.analyzer.source.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclarationsTest {
  private static final String TEXT =
      """
      package shop;

      class Orders<T> {
        final Channel<String> queue = here(1), other = here(2);
        static { here(3); }
        { here(4); }
        Orders(int size) { here(5); }
        void take(@Nullable java.util.List<T> list, int[] sizes, String... names) {
          here(6);
          go(() -> { run(() -> here(7)); });
          new Thread() { @Override public void run() { here(8); } }.start();
          class Local { void run() { here(9); } }
        }
        void take() { here(10); }
        record Line(int count) { Line { here(11); } }
        enum Kind { BIG(here(12)), SMALL { void run() { here(13); } } }
        @Rule(here(14)) interface Inner { default void run() { here(15); } }
      }
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1  | shop.Orders.queue
          2  | shop.Orders.other
          3  | shop.Orders.<clinit>
          4  | shop.Orders.<init>
          5  | shop.Orders.Orders(int)
          6  | shop.Orders.take(java.util.List,int[],String...)
          7  | shop.Orders.take(java.util.List,int[],String...)
          8  | shop.Orders.take(java.util.List,int[],String...).new Thread.run()
          9  | shop.Orders.take(java.util.List,int[],String...).Local.run()
          10 | shop.Orders.take()
          11 | shop.Orders.Line.Line
          12 | shop.Orders.Kind.BIG
          13 | shop.Orders.Kind.SMALL.run()
          14 | shop.Orders.Inner
          15 | shop.Orders.Inner.run()
          """)
  void thePlaceHasTheNameOfTheInnermostDeclaration(int number, String name) {
    assertThat(Declarations.in(parse(TEXT)).around(place("here(" + number + ")"))).isEqualTo(name);
  }

  @Test
  void outsideOfAllDeclarationsThereIsNone() {
    assertThat(Declarations.in(parse(TEXT)).around(place("package"))).isEmpty();
  }

  private static CompilationUnit parse(String text) {
    ParserConfiguration configuration =
        new ParserConfiguration().setLanguageLevel(LanguageLevel.JAVA_21);
    return new JavaParser(configuration).parse(text).getResult().orElseThrow();
  }

  private static Site place(String text) {
    SourceFile file = SourceFile.of("Orders.java", TEXT);
    int offset = TEXT.indexOf(text);
    return Site.at(file, file.lineAt(offset), file.columnAt(offset));
  }
}
