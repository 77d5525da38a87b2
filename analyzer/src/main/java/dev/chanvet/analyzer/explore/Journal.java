package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.explore.Graph.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What an explorer did, step by step; kept only for those who ask for the state space. */
final class Journal {
  /** A transition that was followed. */
  record Entry(Node from, Transition by, List<Event> events, Node to) {}

  final List<Entry> entries = new ArrayList<>();

  /** States that nothing follows because the run ends there. */
  final Set<Node> ends = new HashSet<>();

  /** States that were not followed because of the bound. */
  final Set<Node> cut = new HashSet<>();
}
