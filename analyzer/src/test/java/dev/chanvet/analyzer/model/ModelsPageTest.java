package dev.chanvet.analyzer.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chanvet.analyzer.ir.Primitive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The page that tells users how to write a model shows code that is tested, and every primitive.
 */
class ModelsPageTest {
  private static final Path RESOURCES = Path.of("src/test/resources/dev/chanvet");

  private final String page = read(Path.of("../docs/models.md"));

  @Test
  void theExampleIsTheTestedOne() {
    assertThat(page)
        .contains(code(RESOURCES.resolve("models/org/example/Mailbox.java")))
        .contains(code(RESOURCES.resolve("analyzer/model/Mailboxes.java")));
  }

  @Test
  void everyPrimitiveIsExplained() {
    for (Primitive primitive : Primitive.values()) {
      assertThat(page).contains("\n| `" + primitive.methodName() + "(");
    }
  }

  private static String code(Path file) {
    return "```java\n" + read(file) + "```\n";
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
