package dev.chanvet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small programs to run the command on. */
final class Programs {
  /** One error: {@code double-close} in line 8. */
  static final String BAD =
      """
      import dev.chanvet.runtime.Channel;

      class Bad {
        public static void main(String[] args) {
          Channel<String> results = Channel.make(1);
          results.send("one");
          results.close();
          results.close();
        }
      }
      """;

  /** No finding. */
  static final String GOOD =
      """
      import dev.chanvet.runtime.Channel;

      class Good {
        public static void main(String[] args) {
          Channel<String> results = Channel.make(1);
          results.send("one");
          results.close();
        }
      }
      """;

  private Programs() {}

  static Path write(Path folder, String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
