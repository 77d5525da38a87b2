package dev.chanvet.analyzer.syntax;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Which types an older release of the JDK had, from the file that {@code javac --release} reads: a
 * zip whose top folders are named by the releases that their entries belong to, a character each.
 *
 * <pre>
 *   GHIJKLMNOP/java.base/java/lang/Record.sig      16 to 25
 *   89A/java.xml.bind/javax/xml/bind/JAXB.sig      8 to 10
 * </pre>
 */
final class ReleaseTypes {
  private final JavaRelease release;
  private final Path file;
  private @Nullable Set<String> types;

  private ReleaseTypes(JavaRelease release, Path file) {
    this.release = release;
    this.file = file;
  }

  /** Those of a release; null if the JDK that runs is none that knows better than its own. */
  static @Nullable ReleaseTypes of(JavaRelease release) {
    Path file = Path.of(System.getProperty("java.home"), "lib", "ct.sym");
    boolean older = release.feature() < Runtime.version().feature();
    return older && Files.isRegularFile(file) ? new ReleaseTypes(release, file) : null;
  }

  /** Whether the release has a class file of that name, such as {@code java/util/Map$Entry}. */
  synchronized boolean contains(String binaryName) {
    if (types == null) {
      types = read();
    }
    return types.isEmpty() || types.contains(binaryName);
  }

  private Set<String> read() {
    String code = Integer.toString(release.feature(), 36).toUpperCase(Locale.ROOT);
    Set<String> found = new HashSet<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      zip.stream()
          .map(ZipEntry::getName)
          .forEach(name -> {
            int module = name.indexOf('/');
            int type = name.indexOf('/', module + 1);
            if (type > 0 && name.endsWith(".sig") && name.lastIndexOf(code, module) >= 0) {
              found.add(name.substring(type + 1, name.length() - ".sig".length()));
            }
          });
    } catch (IOException e) {
      return Set.of(); // then the JDK that runs has to do
    }
    return found;
  }
}
