package dev.chanvet.analyzer;

import dev.chanvet.analyzer.cache.Cache;
import dev.chanvet.analyzer.cache.Key;
import dev.chanvet.analyzer.ir.ChannelApi;
import dev.chanvet.analyzer.source.SourceDiscovery;
import dev.chanvet.analyzer.source.SourceFile;
import dev.chanvet.analyzer.source.SourceTree;
import dev.chanvet.analyzer.syntax.Glances;
import dev.chanvet.analyzer.syntax.RelevantFiles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Which files there are, and which of them have to be analysed together. Most of a tree has not
 * changed since the last time, and is not read.
 */
record FirstLook(SourceTree sources, List<List<SourceFile>> groups) {
  private static final String PIECE = "glances";

  static FirstLook at(AnalysisOptions options) {
    Instant began = Instant.now();
    Cache cache = options.cache();
    Key key = key(options);
    Glances glances = Glances.read(cache.pieces(key).get(PIECE));
    SourceTree sources =
        new SourceDiscovery(options.sizeLimit()).discover(options.paths(), options.view(), glances);
    List<List<SourceFile>> groups = RelevantFiles.groups(sources.files(), options.apis(), glances);
    if (cache.remembers()) {
      glances.news(began).ifPresent(bytes -> cache.put(key, Map.of(PIECE, bytes)));
    }
    return new FirstLook(sources, groups);
  }

  /** Another for each set of paths, so that each remembers its own files only. */
  private static Key key(AnalysisOptions options) {
    List<String> settings = new ArrayList<>();
    settings.add("first looks");
    for (ChannelApi api : options.apis()) {
      settings.add(api.packageName());
      settings.add(api.types().stream().sorted().toList().toString());
    }
    settings.add(System.getProperty("user.dir", ""));
    settings.addAll(options.paths());
    return new Key(settings);
  }
}
