package dev.chanvet.analyzer.syntax;

import dev.chanvet.analyzer.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Parses many files on several threads. */
public final class ParsedFiles {
  private ParsedFiles() {}

  /**
   * The units of those files that can be read, in the order of {@code files}.
   *
   * @param release what they are written for
   * @param threads how many may work, the caller's included
   */
  public static List<SourceUnit> parse(
      List<SourceFile> files, JavaRelease release, int threads, Diagnostics diagnostics) {
    AtomicReferenceArray<SourceUnit> units = new AtomicReferenceArray<>(files.size());
    AtomicInteger next = new AtomicInteger();
    Runnable work =
        () -> {
          SourceParser parser = new SourceParser(release);
          for (int i = next.getAndIncrement(); i < files.size(); i = next.getAndIncrement()) {
            units.set(i, parser.parse(files.get(i), false, diagnostics));
          }
        };
    List<Thread> others = new ArrayList<>();
    for (int i = 1; i < Math.min(threads, (files.size() + 3) / 4); i++) {
      Thread thread = LargeStack.thread("chanvet-parser-" + i, work);
      others.add(thread);
      thread.start();
    }
    work.run();
    others.forEach(ParsedFiles::await);
    List<SourceUnit> parsed = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      SourceUnit unit = units.get(i);
      if (unit != null) {
        parsed.add(unit);
      }
    }
    return parsed;
  }

  private static void await(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while parsing", e);
    }
  }
}
