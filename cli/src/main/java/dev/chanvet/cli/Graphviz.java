package dev.chanvet.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** The command {@code dot} of Graphviz, if it is there. */
final class Graphviz {
  private Graphviz() {}

  /**
   * Lays out a graph.
   *
   * @throws UsageException if there is no {@code dot} on the PATH, or it fails
   */
  static String svg(String dot) {
    Process process;
    try {
      process =
          new ProcessBuilder("dot", "-Tsvg").redirectError(ProcessBuilder.Redirect.DISCARD).start();
    } catch (IOException e) {
      throw new UsageException(
          "--format svg needs Graphviz: there is no dot on the PATH; --format dot does not");
    }
    // dot reads all of its input before it writes.
    try (Writer in = process.outputWriter(StandardCharsets.UTF_8)) {
      in.write(dot);
    } catch (IOException e) {
      throw new UsageException("Graphviz's dot does not read the graph");
    }
    try {
      String svg = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int code = process.waitFor();
      if (code != 0) {
        throw new UsageException("Graphviz's dot failed with exit code " + code);
      }
      return svg;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UsageException("interrupted while Graphviz was at work");
    }
  }
}
