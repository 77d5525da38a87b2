package dev.chanvet.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What the analysed code is compiled against. */
final class ClasspathOption {
  @Option(
      names = {"-cp", "--classpath"},
      paramLabel = "PATH",
      description =
          "Jars and class folders that the code is compiled against; DIR/* is all jars in it.")
  private String classpath = "";

  /**
   * The entries in their order.
   *
   * @throws UsageException if one does not exist
   */
  List<Path> entries() {
    List<Path> entries = new ArrayList<>();
    for (String entry : classpath.split(File.pathSeparator)) {
      if (entry.endsWith("*")) {
        entries.addAll(jars(existing(entry.substring(0, entry.length() - 1))));
      } else if (!entry.isBlank()) {
        entries.add(existing(entry));
      }
    }
    return entries;
  }

  private static Path existing(String entry) {
    Path path = Path.of(entry);
    if (!Files.exists(path)) {
      throw new UsageException("the classpath names " + entry + ", which does not exist");
    }
    return path;
  }

  private static List<Path> jars(Path folder) {
    List<Path> jars = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.jar")) {
      found.forEach(jars::add);
    } catch (IOException e) {
      throw new UsageException("the classpath names " + folder + ", which cannot be read");
    }
    return jars.stream().sorted().toList();
  }
}
