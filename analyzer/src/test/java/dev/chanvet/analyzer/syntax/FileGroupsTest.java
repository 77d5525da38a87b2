package dev.chanvet.analyzer.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanvet.analyzer.ir.ChannelApi;
import dev.chanvet.analyzer.source.SourceFile;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FileGroupsTest {
  @Test
  void whatNamesNothingOfTheOtherIsApart() {
    assertThat(groups(feed("A", ""), feed("B", ""))).containsExactly("A", "B");
  }

  @Test
  void whatNamesTheOtherBelongsToIt() {
    assertThat(groups(feed("A", "C.feed();"), feed("B", ""), feed("C", "")))
        .containsExactly("A C", "B");
  }

  @Test
  void whatAllUseIsPartOfEachGroup() {
    assertThat(groups(feed("A", "Money.of(1);"), feed("B", "Money.of(2);"), plain("Money", "")))
        .containsExactly("A Money", "B Money");
  }

  @Test
  void partsBringTheirParts() {
    assertThat(
            groups(
                feed("A", "Money.of(1);"),
                feed("B", "Money.of(2);"),
                plain("Money", "Unit u;"),
                plain("Unit", "")))
        .containsExactly("A Money Unit", "B Money Unit");
  }

  @Test
  void throughAnInterfaceEverythingMayComeBack() {
    assertThat(
            groups(
                feed("A", "Task t; t.run();"),
                feed("B", "Task t = () -> {};"),
                "package p; interface Task { void run(); }"))
        .containsExactly("A B Task");
  }

  @Test
  void throughAClassThatSomebodyExtendsAsWell() {
    assertThat(
            groups(
                feed("A", "Base b; b.run();"),
                "package p; import dev.chanvet.runtime.Channel; class B extends Base {}",
                plain("Base", "")))
        .containsExactly("A B Base");
  }

  @Test
  void aPartThatNamesAFileWithChannelsIsNone() {
    assertThat(
            groups(
                feed("A", "Money.of(1);"),
                feed("B", "Money.of(2);"),
                plain("Money", "void m() { C.feed(); }"),
                feed("C", "")))
        .containsExactly("A B C Money");
  }

  @Test
  void programsThatHaveTheSameNameAreApart() {
    assertThat(
            groups(
                "import dev.chanvet.runtime.Channel; class Main { void a() { Main m; } }",
                "import dev.chanvet.runtime.Channel; class Main { void b() { Main m; } }"))
        .containsExactly("Main", "Main");
  }

  private static String feed(String name, String code) {
    return "package p; import dev.chanvet.runtime.Channel; class %s { static void feed() { %s } }"
        .formatted(name, code);
  }

  private static String plain(String name, String code) {
    return "package p; class %s { static void of(int i) {} %s }".formatted(name, code);
  }

  /** Each group by the names of its types. */
  private static List<String> groups(String... texts) {
    List<SourceFile> files =
        Arrays.stream(texts)
            .map(text -> SourceFile.of("f" + Arrays.asList(texts).indexOf(text) + ".java", text))
            .toList();
    return RelevantFiles.groups(files, ChannelApi.KNOWN).stream()
        .map(group ->
            String.join(
                " ",
                group.stream()
                    .map(file -> Outline.of(file.text()).types().getFirst())
                    .sorted()
                    .toList()))
        .toList();
  }
}
