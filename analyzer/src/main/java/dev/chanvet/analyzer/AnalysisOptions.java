package dev.chanvet.analyzer;

import dev.chanvet.analyzer.cache.Cache;
import dev.chanvet.analyzer.ir.ChannelApi;
import dev.chanvet.analyzer.source.FileView;
import dev.chanvet.analyzer.source.SourceDiscovery;
import dev.chanvet.analyzer.syntax.JavaRelease;
import dev.chanvet.analyzer.syntax.UserModels;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What to analyse, and how.
 *
 * @param paths files, folders and jars, relative to the current folder or absolute
 * @param classpath jars and class folders that the analysed code is compiled against
 * @param sizeLimit in bytes: larger files are left out
 * @param threads how many to work with; at least 1
 * @param view how the files look
 * @param liveOn annotations and classes whose goroutines may live on; see {@link
 *     dev.chanvet.analyzer.finding.Owners}
 * @param cache what earlier runs have found out
 * @param models what other libraries do
 * @param release what the program is written for
 */
public record AnalysisOptions(
    List<String> paths,
    List<Path> classpath,
    long sizeLimit,
    int threads,
    FileView view,
    List<String> liveOn,
    Cache cache,
    UserModels models,
    JavaRelease release) {

  /**
   * @throws IllegalArgumentException if there is less than one thread
   */
  public AnalysisOptions {
    if (threads < 1) {
      throw new IllegalArgumentException("threads: " + threads);
    }
    paths = List.copyOf(paths);
    classpath = List.copyOf(classpath);
    liveOn = List.copyOf(liveOn);
  }

  /** What makes a file worth analysing: libraries that have channels, locks, starts of threads. */
  List<ChannelApi> apis() {
    return Stream.of(ChannelApi.KNOWN, ChannelApi.BESIDE, models.apis())
        .flatMap(List::stream)
        .toList();
  }

  /** All processors, no classpath, files up to 10 MB. */
  public static AnalysisOptions of(List<String> paths) {
    return new AnalysisOptions(
        paths,
        List.of(),
        SourceDiscovery.DEFAULT_LIMIT,
        Runtime.getRuntime().availableProcessors(),
        FileView.DISK,
        List.of(),
        Cache.NONE,
        UserModels.NONE,
        JavaRelease.ANY);
  }
}
