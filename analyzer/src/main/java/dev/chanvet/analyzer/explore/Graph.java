package dev.chanvet.analyzer.explore;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The states visited, how they were reached, and what follows them. */
final class Graph {
  /** A visited state. */
  static final class Node {
    final int index;
    final @Nullable Node parent;
    final State state;
    final List<Event> events;
    final List<Node> successors = new ArrayList<>();

    /** Whether what follows is not wholly known: given up, or a crash that ends the run. */
    boolean open;

    Node(int index, @Nullable Node parent, State state, List<Event> events) {
      this.index = index;
      this.parent = parent;
      this.state = state;
      this.events = List.copyOf(events);
    }
  }

  final List<Node> nodes = new ArrayList<>();

  Node add(@Nullable Node parent, State state, List<Event> events) {
    Node node = new Node(nodes.size(), parent, state, events);
    nodes.add(node);
    return node;
  }

  /**
   * The strongly connected components that nothing leads out of, each in order of discovery: where
   * every run ends up (Tarjan 1972, with an explicit stack). Those with an open node are left out.
   */
  List<List<Node>> bottoms() {
    int n = nodes.size();
    int[] index = new int[n];
    int[] low = new int[n];
    int[] component = new int[n];
    int[] next = new int[n];
    boolean[] onStack = new boolean[n];
    Arrays.fill(component, -1);
    Deque<Integer> stack = new ArrayDeque<>();
    Deque<Integer> path = new ArrayDeque<>();
    List<List<Node>> components = new ArrayList<>();
    int counter = 0;
    for (int start = 0; start < n; start++) {
      if (index[start] != 0) {
        continue;
      }
      path.push(start);
      while (!path.isEmpty()) {
        int v = path.peek();
        if (index[v] == 0) {
          index[v] = low[v] = ++counter;
          stack.push(v);
          onStack[v] = true;
        }
        List<Node> successors = nodes.get(v).successors;
        if (next[v] < successors.size()) {
          int w = successors.get(next[v]++).index;
          if (index[w] == 0) {
            path.push(w);
          } else if (onStack[w]) {
            low[v] = Math.min(low[v], index[w]);
          }
          continue;
        }
        path.pop();
        if (!path.isEmpty()) {
          low[path.peek()] = Math.min(low[path.peek()], low[v]);
        }
        if (low[v] == index[v]) {
          List<Node> members = new ArrayList<>();
          int w;
          do {
            w = stack.pop();
            onStack[w] = false;
            component[w] = components.size();
            members.add(nodes.get(w));
          } while (w != v);
          members.sort(Comparator.comparingInt(node -> node.index));
          components.add(members);
        }
      }
    }
    return components.stream()
        .filter(members ->
            members.stream()
                .allMatch(node ->
                    !node.open
                        && node.successors.stream()
                            .allMatch(to -> component[to.index] == component[node.index])))
        .sorted(Comparator.comparingInt(members -> members.getFirst().index))
        .toList();
  }

  /** Whether runs go round in a component for ever, rather than come to rest in it. */
  static boolean goesOn(List<Node> component) {
    Node first = component.getFirst();
    return component.size() > 1 || first.successors.contains(first);
  }

  /** The events on the way to a node. */
  List<Event> way(Node node) {
    Deque<Event> events = new ArrayDeque<>();
    for (Node at = node; at != null; at = at.parent) {
      for (int i = at.events.size() - 1; i >= 0; i--) {
        events.push(at.events.get(i));
      }
    }
    return List.copyOf(events);
  }
}
