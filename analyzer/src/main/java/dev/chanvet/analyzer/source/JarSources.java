package dev.chanvet.analyzer.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Reads the Java files in a jar, as the sources jars of libraries have them. An entry is called
 * {@code lib-sources.jar!/org/acme/Pump.java}.
 */
record JarSources(long sizeLimit, List<Notification> notifications) {

  /**
   * @throws IOException if the jar is no zip file or cannot be read
   */
  List<SourceFile> read(Path jar) throws IOException {
    List<SourceFile> files = new ArrayList<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : zip.stream().filter(JarSources::isJava).toList()) {
        String path = jar.normalize().toString().replace('\\', '/') + "!/" + entry.getName();
        // The entry's own claim of its size need not be true.
        byte[] bytes;
        try (InputStream in = zip.getInputStream(entry)) {
          bytes = in.readNBytes(Math.toIntExact(sizeLimit) + 1);
        }
        if (bytes.length > sizeLimit) {
          notifications.add(SourceDiscovery.tooLarge(entry.getSize(), sizeLimit, path));
          continue;
        }
        Decoding decoding = Decoding.of(bytes);
        if (decoding.lossy()) {
          notifications.add(SourceDiscovery.notUtf8(path));
        }
        files.add(SourceFile.of(path, decoding.text()));
      }
    }
    return files;
  }

  /** Entries of other releases would be the same classes again. */
  private static boolean isJava(ZipEntry entry) {
    return !entry.isDirectory()
        && entry.getName().endsWith(".java")
        && !entry.getName().startsWith("META-INF/");
  }
}
