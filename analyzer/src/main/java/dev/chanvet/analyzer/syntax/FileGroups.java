package dev.chanvet.analyzer.syntax;

import dev.chanvet.analyzer.source.SourceFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;

/**
 * Parts of a program that have nothing to do with each other, so that each can be analysed on its
 * own: at the same time as others, and again only when one of its files changes.
 *
 * <p>Two files belong together if one names a type of the other. That alone would tie nearly all
 * files of a program together by what all of them use: dates, money, settings. So a file that has
 * to do with channels only because others name it is a mere <em>part</em> of each group that names
 * it, if nothing comes back through it: it declares no type to be extended, nobody extends one of
 * its types, and it names no file that is not such a part itself.
 *
 * <pre>
 *   Feed ---&gt; Money &lt;--- Orders &lt;--- Shop        {Feed, Money}  {Money, Orders, Shop}
 * </pre>
 */
final class FileGroups {
  private final List<Outline> outlines;
  private final Set<Integer> relevant;
  private final Map<Integer, Set<Integer>> named = new HashMap<>();
  private final Map<Integer, Integer> parents = new HashMap<>();

  /**
   * Groups of files, which are named by their numbers.
   *
   * @param namedBy the files that declare what a file names
   */
  FileGroups(List<Outline> outlines, Set<Integer> relevant, IntFunction<List<Integer>> namedBy) {
    this.outlines = outlines;
    this.relevant = new TreeSet<>(relevant);
    for (int file : this.relevant) {
      Set<Integer> names = new TreeSet<>(namedBy.apply(file));
      names.retainAll(relevant);
      names.remove(file);
      named.put(file, names);
    }
  }

  /**
   * The groups, in the order of their first files.
   *
   * @param core the files that have to do with channels by themselves
   */
  List<List<SourceFile>> of(List<SourceFile> files, Set<Integer> core) {
    Set<Integer> parts = parts(core);
    for (int file : relevant) {
      if (!parts.contains(file)) {
        join(file, file);
        for (int other : names(file)) {
          if (!parts.contains(other)) {
            join(file, other);
          }
        }
      }
    }
    SortedMap<Integer, Set<Integer>> groups = new TreeMap<>();
    for (int file : relevant) {
      if (!parts.contains(file)) {
        addWithParts(file, parts, groups.computeIfAbsent(find(file), key -> new TreeSet<>()));
      }
    }
    return groups.values().stream().map(group -> files(group, files)).toList();
  }

  private static List<SourceFile> files(Collection<Integer> group, List<SourceFile> files) {
    return group.stream().map(files::get).toList();
  }

  /** The files that every group may have a copy of. */
  private Set<Integer> parts(Set<Integer> core) {
    Set<Integer> extended = new HashSet<>();
    for (int file : relevant) {
      for (int other : names(file)) {
        if (outlines.get(other).types().stream().anyMatch(outlines.get(file).heads()::contains)) {
          extended.add(other);
        }
      }
    }
    Set<Integer> parts = new TreeSet<>(relevant);
    parts.removeAll(core);
    parts.removeAll(extended);
    parts.removeIf(file -> outlines.get(file).isOpen());
    // What names something else than a part is none: take such away until nothing changes.
    while (parts.removeIf(file -> !parts.containsAll(names(file)))) {}
    return parts;
  }

  private void addWithParts(int file, Set<Integer> parts, Set<Integer> group) {
    List<Integer> open = new ArrayList<>(List.of(file));
    while (!open.isEmpty()) {
      int next = open.removeLast();
      if (group.add(next)) {
        names(next).stream().filter(parts::contains).forEach(open::add);
      }
    }
  }

  private Set<Integer> names(int file) {
    return named.getOrDefault(file, Set.of());
  }

  private void join(int a, int b) {
    int first = find(a);
    int second = find(b);
    parents.put(Math.max(first, second), Math.min(first, second));
  }

  private int find(int file) {
    int at = file;
    for (int up = parents.getOrDefault(at, at); up != at; up = parents.getOrDefault(at, at)) {
      parents.put(at, parents.getOrDefault(up, up));
      at = up;
    }
    return at;
  }
}
