package dev.chanvet.analyzer.rule;

import dev.chanvet.analyzer.explore.Exploration;
import dev.chanvet.analyzer.explore.Root;
import dev.chanvet.analyzer.source.Notification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Says aloud what exploration could not decide within its budget. */
public final class Undecided {
  private Undecided() {}

  /** A note for each root none of whose explorations came to an end. */
  public static List<Notification> notifications(List<Exploration> explorations) {
    Map<String, List<Exploration>> byRoot =
        explorations.stream()
            .collect(
                Collectors.groupingBy(
                    e -> e.root().function().id().value() + ' ' + e.root(),
                    TreeMap::new,
                    Collectors.toList()));
    List<Notification> notes = new ArrayList<>();
    for (List<Exploration> tries : byRoot.values()) {
      if (tries.stream().noneMatch(Exploration::complete)) {
        Root root = tries.getFirst().root();
        if (tries.getFirst().failure() != null) {
          notes.add(
              Notification.of(
                  Notification.Level.WARNING,
                  "internal-error",
                  root + " was not explored: " + tries.getFirst().failure(),
                  root.function().site()));
          continue;
        }
        notes.add(
            Notification.of(
                Notification.Level.NOTE,
                "not-decided",
                "not all schedules of "
                    + root
                    + " were explored (stopped after "
                    + tries.getLast().states()
                    + " states); it may have defects that are not reported",
                root.function().site()));
      }
    }
    return notes;
  }
}
