package dev.chanvet.analyzer.source;

import dev.chanvet.analyzer.source.Notification.Level;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the Java files below a folder, following symbolic links but never in a circle. */
final class FolderWalk extends SimpleFileVisitor<Path> {

  /** The build files that make a folder of this name build output if they lie beside it. */
  private static final Map<String, List<String>> MADE_BY =
      Map.of(
          "target", List.of("pom.xml", "build.sbt"),
          "build", List.of("build.gradle", "build.gradle.kts", "build.xml"),
          "out", List.of("build.sc", "build.gradle", "build.gradle.kts"),
          "bin", List.of(".classpath", ".project"),
          "node_modules", List.of("package.json"));

  private final Path start;
  private final Map<Path, FoundFile> found;
  private final List<Notification> notifications;

  private FolderWalk(Path start, Map<Path, FoundFile> found, List<Notification> notifications) {
    this.start = start;
    this.found = found;
    this.notifications = notifications;
  }

  static void walk(
      Path folder, FileView view, Map<Path, FoundFile> found, List<Notification> notifications)
      throws IOException {
    if (Files.exists(folder)) {
      Files.walkFileTree(
          folder,
          EnumSet.of(FileVisitOption.FOLLOW_LINKS),
          Integer.MAX_VALUE,
          new FolderWalk(folder, found, notifications));
    }
    addUnseen(folder, view, found);
  }

  /** Adds what a view shows below a folder although it does not lie on disk. */
  private static void addUnseen(Path folder, FileView view, Map<Path, FoundFile> found) {
    Path start = FileView.real(folder);
    for (Path file : view.texts().keySet()) {
      if (file.startsWith(start)
          && file.toString().endsWith(".java")
          && !found.containsKey(file)
          && !Files.exists(file)
          && !isSkipped(start, file)) {
        FoundFile.unseen(folder.resolve(start.relativize(file)), file).addTo(found);
      }
    }
  }

  private static boolean isSkipped(Path start, Path file) {
    Path folder = file.getParent();
    while (folder != null && !folder.equals(start)) {
      if (isHidden(folder) || isBuildOutput(folder)) {
        return true;
      }
      folder = folder.getParent();
    }
    return false;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    boolean skip = !folder.equals(start) && (isHidden(folder) || isBuildOutput(folder));
    return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    // A symbolic link that arrives here leads nowhere, and then there is no real path.
    if (file.toString().endsWith(".java")) {
      try {
        FoundFile.of(file).addTo(found);
      } catch (IOException e) {
        return visitFileFailed(file, e);
      }
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) {
    if (e instanceof FileSystemLoopException) {
      notifications.add(
          Notification.of(
              Level.NOTE,
              "symlink-loop",
              "a symbolic link to a folder around it: not followed",
              file.normalize().toString()));
    } else if (Files.isDirectory(file) || file.toString().endsWith(".java")) {
      notifications.add(
          SourceDiscovery.notRead(
              SourceDiscovery.UNREADABLE, SourceDiscovery.reason(e), file.normalize().toString()));
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
    if (e != null) {
      visitFileFailed(folder, e);
    }
    return FileVisitResult.CONTINUE;
  }

  private static boolean isHidden(Path folder) {
    String name = folder.getFileName().toString();
    return name.startsWith(".") && !name.equals(".") && !name.equals("..");
  }

  private static boolean isBuildOutput(Path folder) {
    return MADE_BY.getOrDefault(folder.getFileName().toString(), List.of()).stream()
        .anyMatch(buildFile -> Files.exists(folder.resolveSibling(buildFile)));
  }
}
