package dev.chanvet.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM of its own, like the one that runs the tests, for what only such a one can show. */
public final class ChildJvm {
  private ChildJvm() {}

  /**
   * How a child ended.
   *
   * @param code its exit code
   * @param output what it printed, errors included
   */
  public record Ended(int code, String output) {}

  /** Runs a class of the tests. One that takes longer than {@code limit} fails the test. */
  public static Ended run(Duration limit, List<String> options, Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    return end(limit, start(options, main, arguments));
  }

  /** Starts a class of the tests. */
  static Process start(List<String> options, Class<?> main, String... arguments)
      throws IOException {
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    all.addAll(List.of(arguments));
    return start(all);
  }

  /** Starts a JVM with any command line. */
  static Process start(List<String> arguments) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(arguments);
    return new ProcessBuilder(line).redirectErrorStream(true).start();
  }

  /** Waits for a child's end. One that takes longer than {@code limit} fails the test. */
  static Ended end(Duration limit, Process child) throws IOException, InterruptedException {
    // What hangs keeps its output open: only its end lets us read to the end.
    Thread watch =
        Thread.startVirtualThread(() -> {
          try {
            if (!child.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
              child.destroyForcibly();
            }
          } catch (InterruptedException e) {
            child.destroyForcibly();
          }
        });
    long begun = System.nanoTime();
    String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = child.waitFor();
    watch.join();
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).as(output).isLessThan(limit);
    return new Ended(code, output);
  }
}
