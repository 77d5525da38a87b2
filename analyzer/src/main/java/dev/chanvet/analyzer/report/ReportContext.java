package dev.chanvet.analyzer.report;

import dev.chanvet.analyzer.finding.RuleInfo;
import dev.chanvet.analyzer.source.Site;
import dev.chanvet.analyzer.source.SourceFile;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * What a report needs to know besides the result.
 *
 * @param rules those that ran, by their ids
 * @param root absolute: what the URIs in a report are relative to, such as the root of the git
 *     repository
 * @param version of chanvet
 * @param color whether text may be coloured
 */
public record ReportContext(List<RuleInfo> rules, Path root, String version, boolean color) {

  public ReportContext {
    rules = rules.stream().sorted().toList();
    root = root.toAbsolutePath().normalize();
  }

  /** The same with or without colours. */
  public ReportContext withColor(boolean colored) {
    return new ReportContext(rules, root, version, colored);
  }

  /**
   * What to call a file for programs: an encoded URI, relative to the root if the file is below it.
   */
  String uri(SourceFile file) {
    return file.location().map(this::uri).orElseGet(() -> encode(file.path()));
  }

  private String uri(Path location) {
    if (!location.startsWith(root)) {
      return location.toUri().toString();
    }
    return encode(slashes(root.relativize(location)));
  }

  /** The same for a path as the user calls it. */
  String uri(String path) {
    try {
      return uri(Path.of(path).toAbsolutePath().normalize());
    } catch (InvalidPathException e) {
      return encode(path.replaceAll("\\p{Cntrl}", "\uFFFD"));
    }
  }

  /** What to call a file for people: relative to the root if it is below it. */
  String name(SourceFile file) {
    return file.location()
        .filter(location -> location.startsWith(root))
        .map(location -> slashes(root.relativize(location)))
        .orElse(file.path());
  }

  /** The same for a place: {@code path:line:column}. */
  String name(Site site) {
    return name(site.file()) + ":" + site.line() + ":" + site.column();
  }

  private static String slashes(Path path) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }

  private static String encode(String path) {
    try {
      return new URI(null, null, path, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(path, e);
    }
  }
}
