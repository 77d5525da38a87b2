package dev.chanvet.analyzer.source;

import dev.chanvet.analyzer.source.Notification.Level;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds and reads the Java files behind the paths of a command line.
 *
 * <p>A path may be a file, a folder, or a jar whose {@code .java} entries are read. Not entered:
 * hidden folders, build output (a folder with the build file that makes it beside it), and a folder
 * that a symbolic link leads back to. What cannot be read is told in a notification, and everything
 * else is read all the same.
 *
 * @param sizeLimit in bytes; a larger file is left out, with a notification
 */
public record SourceDiscovery(long sizeLimit) {

  /** 10 MB: no file that somebody wrote by hand is larger. */
  public static final long DEFAULT_LIMIT = 10L * 1024 * 1024;

  /** The codes of notifications that say that what was asked for cannot be analysed at all. */
  public static final Set<String> WRONG_INPUT = Set.of("missing-path", "not-java");

  static final String UNREADABLE = "unreadable-file";

  /**
   * Reads everything that the paths lead to.
   *
   * @param paths relative to the current folder, or absolute
   */
  public SourceTree discover(List<String> paths) {
    return discover(paths, FileView.DISK);
  }

  /** The same with other eyes. */
  public SourceTree discover(List<String> paths, FileView view) {
    return discover(paths, view, KnownFiles.NONE);
  }

  /** The same, without reading what is known before somebody asks for its text. */
  public SourceTree discover(List<String> paths, FileView view, KnownFiles known) {
    List<Notification> notifications = new ArrayList<>();
    List<SourceFile> files = new ArrayList<>();
    Map<Path, FoundFile> found = new LinkedHashMap<>();
    for (String name : paths) {
      try {
        Path path = Path.of(name);
        if (!view.exists(path)) {
          notifications.add(notRead("missing-path", "no such file or folder", name));
        } else if (view.isFolder(path)) {
          FolderWalk.walk(path, view, found, notifications);
        } else if (name.endsWith(".jar") || name.endsWith(".zip")) {
          files.addAll(new JarSources(sizeLimit, notifications).read(path));
        } else if (name.endsWith(".java")) {
          FoundFile.unseen(path, FileView.real(path)).addTo(found);
        } else {
          notifications.add(notRead("not-java", "not a Java file, a folder or a jar", name));
        }
      } catch (IOException | InvalidPathException e) {
        notifications.add(notRead(UNREADABLE, reason(e), name));
      }
    }
    found.values().stream()
        .filter(file -> view.visible().test(file.identity()))
        .sorted()
        .forEach(file -> read(file, view, known, files, notifications));
    if (files.isEmpty() && notifications.isEmpty()) {
      String where = String.join(", ", paths);
      notifications.add(Notification.of(Level.NOTE, "no-sources", "no Java files here", where));
    }
    return new SourceTree(files.stream().sorted().distinct().toList(), notifications);
  }

  private void read(
      FoundFile file,
      FileView view,
      KnownFiles known,
      List<SourceFile> files,
      List<Notification> notifications) {
    try {
      FileStamp stamp = view.stamp(file).orElse(null);
      long size = stamp == null ? view.size(file) : stamp.size();
      if (size > sizeLimit) {
        notifications.add(tooLarge(size, sizeLimit, file.path()));
        return;
      }
      if (stamp != null && known.has(file.location(), stamp)) {
        files.add(SourceFile.of(file, stamp, () -> laterText(file, view)));
        return;
      }
      byte[] bytes = view.read(file, Math.toIntExact(sizeLimit) + 1);
      if (bytes.length > sizeLimit) { // it has grown
        notifications.add(tooLarge(bytes.length, sizeLimit, file.path()));
        return;
      }
      Decoding decoding = Decoding.of(bytes);
      if (decoding.lossy()) {
        notifications.add(notUtf8(file.path()));
        stamp = null; // to be told again each time
      }
      String text = decoding.text();
      files.add(SourceFile.of(file, stamp, () -> text));
    } catch (IOException e) {
      notifications.add(notRead(UNREADABLE, reason(e), file.path()));
    }
  }

  /** The text of a file that was there a moment ago; none if it has gone since. */
  private String laterText(FoundFile file, FileView view) {
    try {
      return Decoding.of(view.read(file, Math.toIntExact(sizeLimit))).text();
    } catch (IOException e) {
      return "";
    }
  }

  static Notification notRead(String code, String message, String path) {
    return Notification.of(Level.ERROR, code, message, path);
  }

  static Notification notUtf8(String path) {
    return Notification.of(Level.NOTE, "not-utf-8", "not UTF-8: read as ISO-8859-1", path);
  }

  static Notification tooLarge(long size, long limit, String path) {
    String message = "%,d bytes are more than the limit of %,d".formatted(size, limit);
    return Notification.of(Level.WARNING, "oversize-file", message, path);
  }

  /** Why something cannot be read, without the path that the notification names anyway. */
  static String reason(Exception e) {
    return switch (e) {
      case AccessDeniedException denied -> "cannot be read: permission denied";
      case NoSuchFileException missing when isLink(missing.getFile()) ->
          "a symbolic link that leads nowhere";
      case NoSuchFileException missing -> "gone since the folder was listed";
      default -> "cannot be read: " + Objects.requireNonNullElse(e.getMessage(), e.toString());
    };
  }

  private static boolean isLink(@Nullable String file) {
    return file != null && Files.isSymbolicLink(Path.of(file));
  }
}
