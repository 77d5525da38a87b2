package dev.chanvet.maven;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** JSON files. */
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  /**
   * @throws IOException if the file cannot be read or is no JSON
   */
  static JsonNode read(Path file) throws IOException {
    return MAPPER.readTree(file.toFile());
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** Replaces the file, which never holds half of a text. The same JSON gives the same bytes. */
  static void write(JsonNode json, Path file) throws IOException {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentArraysWith(indenter);
    printer.indentObjectsWith(indenter);
    Path target = file.toAbsolutePath().normalize();
    Path folder = target.getParent();
    if (folder == null) {
      throw new IOException(file + " is a folder");
    }
    Files.createDirectories(folder);
    // Not a temporary file as the JDK makes them: only its owner might read that.
    String name = "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp";
    Path draft = folder.resolve(name);
    try {
      Files.writeString(draft, MAPPER.writer(printer).writeValueAsString(json) + "\n");
      Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
