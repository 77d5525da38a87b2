package dev.chanvet.analyzer.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserModelsTest {
  private static final String MAILBOX =
      """
      package org.example;
      import dev.chanvet.model.Machine;
      /** Kept: everything. */
      public class Mailbox<T> {
        private final Object letters;
        public Mailbox(int capacity) { letters = Machine.channel(capacity); }
        public void post(T letter) { Machine.send(letters, letter); }
      }
      """;

  @TempDir private Path folder;

  private UserModels read(String text) throws IOException {
    return read("org/example/Mailbox.java", text);
  }

  private UserModels read(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return UserModels.in(List.of(folder));
  }

  @Test
  void aModelIsFoundByItsPath() throws IOException {
    UserModels models = read(MAILBOX);

    assertThat(models.file("org.example.Mailbox")).isNotNull();
    assertThat(models.file("org.example.Letter")).isNull();
    assertThat(models.apis()).allMatch(api -> api.isMentionedIn("import org.example.Mailbox;"));
    assertThat(models.apis()).noneMatch(api -> api.isMentionedIn("import org.example.Letter;"));
  }

  @Test
  void noFolderNoModels() {
    assertThat(UserModels.in(List.of()).contents()).isEmpty();
  }

  @Test
  void whatIsNotJavaIsNoModel() {
    assertThatThrownBy(() -> read(MAILBOX.replace("class Mailbox<T> {", "class {")))
        .isInstanceOf(InvalidModelException.class)
        .hasMessageContaining("Mailbox.java");
  }

  @Test
  void thePathNamesTheClass() {
    assertThatThrownBy(() -> read("org/example/Box.java", MAILBOX))
        .hasMessageEndingWith(
            "Box.java: the file has to declare org.example.Box, as its path says");
  }

  @Test
  void aPrimitiveIsSpelledRight() {
    assertThatThrownBy(() -> read(MAILBOX.replace("Machine.send", "Machine.sendd")))
        .hasMessageEndingWith("Mailbox.java:7: the machine has no primitive sendd");
  }

  @Test
  void aPrimitiveHasItsArguments() {
    assertThatThrownBy(() -> read(MAILBOX.replace("send(letters, letter)", "send(letters)")))
        .hasMessageEndingWith("Mailbox.java:7: send takes 2 arguments, not 1");
  }

  @Test
  void aModelHasNoStaticState() {
    assertThatThrownBy(() -> read(MAILBOX.replace("private final", "private static")))
        .hasMessageEndingWith("Mailbox.java:5: a model has no static state");
  }

  @Test
  void aFolderMaySayItsVersion() throws IOException {
    Files.writeString(folder.resolve("VERSION"), "1\n");
    assertThat(read(MAILBOX).contents()).isNotEmpty();

    Files.writeString(folder.resolve("VERSION"), "2\n");
    assertThatThrownBy(() -> read(MAILBOX))
        .hasMessageEndingWith("VERSION: models of version 2; version 1 is understood");
  }

  @Test
  void aMissingFolderIsTold() {
    assertThatThrownBy(() -> UserModels.in(List.of(folder.resolve("none"))))
        .hasMessageContaining("cannot be read");
  }
}
