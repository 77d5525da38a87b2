package dev.chanvet.maven;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Which files of a module are analysed.
 *
 * @param roots its source folders; those that do not exist count as empty
 * @param includes none for all
 * @param excludes win over includes
 */
record SourceSelection(List<Path> roots, List<FilePattern> includes, List<FilePattern> excludes) {

  SourceSelection {
    roots = List.copyOf(roots);
    includes = List.copyOf(includes);
    excludes = List.copyOf(excludes);
  }

  /**
   * The folders that are analysed.
   *
   * @param folders as Maven has them
   * @param build where the build puts what it makes, generated sources too
   * @param generated whether those are analysed as well
   */
  static List<Path> roots(List<String> folders, File build, boolean generated) {
    Path output = build.toPath().toAbsolutePath().normalize();
    return folders.stream()
        .map(folder -> Path.of(folder).toAbsolutePath().normalize())
        .filter(root -> generated || !root.startsWith(output))
        .distinct()
        .toList();
  }

  /**
   * The Java files, sorted, absolute.
   *
   * @throws UncheckedIOException if a folder cannot be read
   */
  List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path root : roots) {
      if (Files.isDirectory(root)) {
        try (Stream<Path> found = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
          found.filter(file -> isSelected(root.relativize(file))).forEach(files::add);
        }
      }
    }
    return files.stream().filter(Files::isRegularFile).sorted().distinct().toList();
  }

  private boolean isSelected(Path file) {
    String path = file.toString().replace(File.separatorChar, '/');
    return path.endsWith(".java")
        && !isHidden(file)
        && (includes.isEmpty() || includes.stream().anyMatch(pattern -> pattern.matches(path)))
        && excludes.stream().noneMatch(pattern -> pattern.matches(path));
  }

  /** Below a folder whose name begins with a dot: the command does not look there either. */
  private static boolean isHidden(Path file) {
    Path folder = file.getParent();
    return folder != null
        && StreamSupport.stream(folder.spliterator(), false)
            .anyMatch(name -> name.toString().startsWith("."));
  }
}
