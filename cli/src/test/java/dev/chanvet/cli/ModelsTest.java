package dev.chanvet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models that a project brings along. */
class ModelsTest {
  private static final String MODEL =
      """
      package org.example;
      import dev.chanvet.model.Machine;
      /** Kept: everything. */
      public class Mailbox<T> {
        private final Object letters;
        public Mailbox(int capacity) { letters = Machine.channel(capacity); }
        public void post(T letter) throws InterruptedException { Machine.send(letters, letter); }
      }
      """;

  private static final String PROGRAM =
      """
      import org.example.Mailbox;
      class Program {
        public static void main(String[] arguments) throws InterruptedException {
          Mailbox<String> mailbox = new Mailbox<>(1);
          mailbox.post("first");
          mailbox.post("second");
        }
      }
      """;

  @TempDir private Path folder;
  private Path program;
  private Path models;

  @BeforeEach
  void write() throws IOException {
    program = Files.writeString(folder.resolve("Program.java"), PROGRAM);
    models = folder.resolve("models");
    Files.createDirectories(models.resolve("org/example"));
    Files.writeString(models.resolve("org/example/Mailbox.java"), MODEL);
  }

  private Cli check(String... options) {
    List<String> command = new ArrayList<>(List.of("check", "--no-cache", "--format=concise"));
    command.addAll(List.of(options));
    command.add(program.toString());
    return Cli.run(command.toArray(String[]::new));
  }

  @Test
  void withoutTheModelNothingIsKnown() {
    assertThat(check()).isEqualTo(new Cli(0, "", ""));
  }

  @Test
  void theModelSaysThatASecondLetterWaits() {
    Cli run = check("--models=" + models);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("Program.java:6:13").contains("self-deadlock");
  }

  @Test
  void theSettingsNameTheFolder() throws IOException {
    Files.writeString(folder.resolve("chanvet.yml"), "models: [models]\n");

    assertThat(check().code()).isEqualTo(1);
  }

  @Test
  void aModelThatIsNoneIsOneLine() throws IOException {
    Path file = models.resolve("org/example/Mailbox.java");
    Files.writeString(file, MODEL.replace("Machine.send", "Machine.post"));

    assertThat(check("--models=" + models))
        .isEqualTo(
            new Cli(
                2,
                "",
                "chanvet: "
                    + file
                    + ":7: the machine has no primitive post"
                    + System.lineSeparator()));
  }
}
