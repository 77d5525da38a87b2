package dev.chanvet.analyzer.syntax;

import dev.chanvet.analyzer.ir.ChannelApi;
import dev.chanvet.analyzer.source.SourceFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Which files of a tree have to be parsed.
 *
 * <p>Those whose text mentions an API are the <em>seeds</em>. An import alone is not enough: {@code
 * var c = service.channel(); c.send(1);} needs none. So a type that a seed declares is a
 * <em>carrier</em>; a file that names a carrier is relevant, and if it does so in the signature of
 * a member, its own types are carriers too. To these come the files that declare what the relevant
 * ones name, level by level until there are many: what is behind is unknown code to the analysis.
 *
 * <p>A package that is about channels only makes all of its users relevant. Of what the JDK has for
 * every purpose the users are added level by level as well: in a large tree nearly everything
 * reaches some executor.
 */
public final class RelevantFiles {
  /** Beyond so many files no further level of users or named types is added. */
  static final int ENOUGH = 1_000;

  private final List<SourceFile> files;
  private final List<Outline> outlines;
  private final Map<String, List<Integer>> declaring = new HashMap<>();
  private final Set<Integer> relevant = new TreeSet<>();
  private final Set<Integer> carriers = new HashSet<>();

  private RelevantFiles(List<SourceFile> files, List<Outline> outlines) {
    this.files = files;
    this.outlines = outlines;
    for (int i = 0; i < files.size(); i++) {
      for (String type : outlines.get(i).types()) {
        declaring.computeIfAbsent(type, key -> new ArrayList<>()).add(i);
      }
    }
  }

  /**
   * The relevant ones of {@code files}, in the same order.
   *
   * @param apis what makes a file a seed
   */
  public static List<SourceFile> select(List<SourceFile> files, List<ChannelApi> apis) {
    return groups(files, apis).stream().flatMap(List::stream).distinct().sorted().toList();
  }

  /**
   * The same in groups that have nothing to do with each other; a file that many use may be part of
   * several.
   */
  public static List<List<SourceFile>> groups(List<SourceFile> files, List<ChannelApi> apis) {
    return groups(files, apis, Glances.none());
  }

  /**
   * The same, looking only at files of which nothing is known.
   *
   * @param known what is known, for the same APIs; is told what is seen now
   */
  public static List<List<SourceFile>> groups(
      List<SourceFile> files, List<ChannelApi> apis, Glances known) {
    List<Glance> glances =
        files.parallelStream()
            .map(file -> known.at(file).orElseGet(() -> glance(file, apis)))
            .toList();
    if (glances.stream().noneMatch(glance -> glance.whole() || glance.part())) {
      known.see(files, glances);
      return List.of();
    }
    List<Outline> outlines =
        IntStream.range(0, files.size())
            .parallel()
            .mapToObj(i -> outline(glances.get(i), files.get(i)))
            .toList();
    known.see(
        files,
        IntStream.range(0, files.size())
            .mapToObj(
                i -> new Glance(glances.get(i).whole(), glances.get(i).part(), outlines.get(i)))
            .toList());
    RelevantFiles selection = new RelevantFiles(files, outlines);
    Map<String, List<Integer>> mentioning = selection.mentioning();
    selection.addUsers(glances.stream().map(Glance::whole).toList(), mentioning, Integer.MAX_VALUE);
    selection.addUsers(glances.stream().map(Glance::part).toList(), mentioning, ENOUGH);
    Set<Integer> core = Set.copyOf(selection.relevant);
    selection.addNamed();
    return new FileGroups(
            selection.outlines,
            selection.relevant,
            file -> selection.namedBy(selection.outlines.get(file)))
        .of(files, core);
  }

  private static Glance glance(SourceFile file, List<ChannelApi> apis) {
    return new Glance(
        isMentioned(file, apis, ChannelApi::isWhole),
        isMentioned(file, apis, api -> !api.isWhole()),
        null);
  }

  private static boolean isMentioned(
      SourceFile file, List<ChannelApi> apis, Predicate<ChannelApi> kind) {
    return apis.stream().filter(kind).anyMatch(api -> api.isMentionedIn(file.text()));
  }

  private static Outline outline(Glance glance, SourceFile file) {
    Outline outline = glance.outline();
    return outline == null ? Outline.of(file.text()) : outline;
  }

  /**
   * Adds the seeds and, until nothing is left or there are enough, the files that name carriers.
   */
  private void addUsers(List<Boolean> seeds, Map<String, List<Integer>> mentioning, int enough) {
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < files.size(); i++) {
      if (seeds.get(i)) {
        relevant.add(i);
        if (carriers.add(i)) {
          open.add(i);
        }
      }
    }
    while (!open.isEmpty() && relevant.size() < enough) {
      Deque<Integer> next = new ArrayDeque<>();
      for (int file : open) {
        Outline carrier = outlines.get(file);
        for (String type : carrier.types()) {
          for (int user : mentioning.getOrDefault(type, List.of())) {
            addUser(user, carrier.packageName(), type, next);
          }
        }
      }
      open = next;
    }
  }

  private void addUser(int user, String packageName, String type, Deque<Integer> open) {
    Outline outline = outlines.get(user);
    if (outline.sees(packageName, type)) {
      relevant.add(user);
      if (outline.signatureWords().contains(type) && carriers.add(user)) {
        open.add(user);
      }
    }
  }

  /** For each name of a declared type the files that contain it as a word. */
  private Map<String, List<Integer>> mentioning() {
    Map<String, List<Integer>> found = new HashMap<>();
    for (int i = 0; i < files.size(); i++) {
      for (String word : outlines.get(i).words()) {
        if (declaring.containsKey(word)) {
          found.computeIfAbsent(word, key -> new ArrayList<>()).add(i);
        }
      }
    }
    return found;
  }

  private void addNamed() {
    Set<Integer> level = new TreeSet<>(relevant);
    boolean first = true;
    while (!level.isEmpty() && (first || relevant.size() < ENOUGH)) {
      Set<Integer> next = new TreeSet<>();
      for (int file : level) {
        for (int named : namedBy(outlines.get(file))) {
          if (relevant.add(named)) {
            next.add(named);
          }
        }
      }
      level = next;
      first = false;
    }
  }

  private List<Integer> namedBy(Outline outline) {
    List<Integer> named = new ArrayList<>();
    for (String word : outline.words()) {
      if (outline.types().contains(word)) {
        continue; // it means its own
      }
      for (int declarer : declaring.getOrDefault(word, List.of())) {
        if (outline.sees(outlines.get(declarer).packageName(), word)) {
          named.add(declarer);
        }
      }
    }
    return named;
  }
}
