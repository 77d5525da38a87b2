package dev.chanvet.cli.resident;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A command line and what is around it.
 *
 * @param terminals which of {@code out} and {@code err} are terminals, with a comma between them
 * @param folder the caller's current one
 */
record Request(
    String terminals, String folder, List<String> arguments, Map<String, String> environment) {
  /** As the JVM decodes its own command line and environment. */
  private static final Charset CHARSET =
      Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));

  Request {
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
  }

  /**
   * Reads words that end with a zero byte: terminals, folder, how many arguments, these, variables
   * as {@code NAME=VALUE}, and an empty word.
   *
   * @throws IOException if the caller went away before the end
   */
  static Request read(InputStream in) throws IOException {
    String terminals = word(in);
    String folder = word(in);
    int count = Integer.parseInt(word(in));
    List<String> arguments = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      arguments.add(word(in));
    }
    Map<String, String> environment = new HashMap<>();
    for (String entry = word(in); !entry.isEmpty(); entry = word(in)) {
      int equals = entry.indexOf('=');
      environment.put(entry.substring(0, equals), entry.substring(equals + 1));
    }
    return new Request(terminals, folder, arguments, environment);
  }

  private static String word(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int next = in.read(); next != 0; next = in.read()) {
      if (next < 0) {
        throw new EOFException("half a request");
      }
      bytes.write(next);
    }
    return bytes.toString(CHARSET);
  }

  /**
   * Whether the caller is where this process is: folders move, and links come to lead elsewhere.
   */
  boolean isHere() {
    try {
      return Files.isSameFile(Path.of("."), Path.of(folder));
    } catch (IOException | InvalidPathException e) {
      return false;
    }
  }

  /** How long the process is to stay after this request if no other comes. */
  Duration stay() {
    return stay(environment.getOrDefault("CHANVET_STAY", "0"));
  }

  /**
   * Reads how long: minutes, or seconds with an {@code s} behind them.
   *
   * @throws NumberFormatException if it is something else
   */
  static Duration stay(String text) {
    return text.endsWith("s")
        ? Duration.ofSeconds(Integer.parseInt(text.substring(0, text.length() - 1)))
        : Duration.ofMinutes(Integer.parseInt(text));
  }
}
