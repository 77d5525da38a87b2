package dev.chanvet.analyzer.source;

import java.util.List;
import java.util.Set;

/**
 * All source files that were asked for.
 *
 * @param files in the order of their paths; no file twice
 * @param notifications what could not be read, and why
 */
public record SourceTree(List<SourceFile> files, List<Notification> notifications) {

  public SourceTree {
    files = List.copyOf(files);
    notifications = List.copyOf(notifications);
  }

  /**
   * The files whose text contains at least one of the strings, anywhere: a cheap test that loses
   * nothing, made to keep the rest from being parsed.
   */
  public List<SourceFile> mentioning(Set<String> strings) {
    return files.parallelStream()
        .filter(file -> strings.stream().anyMatch(file.text()::contains))
        .toList();
  }
}
