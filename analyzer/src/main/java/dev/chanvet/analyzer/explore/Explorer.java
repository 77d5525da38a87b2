package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.explore.Exploration.Crash;
import dev.chanvet.analyzer.explore.Exploration.ReceiverClose;
import dev.chanvet.analyzer.explore.Graph.Node;
import dev.chanvet.analyzer.explore.StuckAnalysis.Restless;
import dev.chanvet.analyzer.facts.CallGraph;
import dev.chanvet.analyzer.facts.DataDemand;
import dev.chanvet.analyzer.facts.Demand;
import dev.chanvet.analyzer.facts.Hierarchy;
import dev.chanvet.analyzer.facts.LoadedFields;
import dev.chanvet.analyzer.facts.MutableFields;
import dev.chanvet.analyzer.facts.PureFunctions;
import dev.chanvet.analyzer.facts.Summaries;
import dev.chanvet.analyzer.ir.FunctionId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Visits the states that a root leads to, breadth first, so that every way found is a shortest one.
 */
public final class Explorer {
  private final Hierarchy hierarchy;
  private final Limits limits;
  private final Scale scale;
  private final Layouts layouts;
  private final Unwinding unwinding;
  private final Operations operations;
  private final Interpreter interpreter;
  private final Interner interner = new Interner();
  private final LiveRegisters live;
  private final Futures futures;
  private final Roles roles;
  private final StuckAnalysis stuckAnalysis;
  private final Observer observer;
  private final Graph graph = new Graph();
  private final Map<Key, Node> visited = new HashMap<>();
  private final Set<FunctionId> entered = new HashSet<>();
  private final Map<String, Crash> crashes = new LinkedHashMap<>();
  private final Map<String, ReceiverClose> closes = new LinkedHashMap<>();
  private final Map<Stuck, State> states = new IdentityHashMap<>();
  private final ArmUses arms = new ArmUses();
  private final Root root;
  private final Summaries summaries;

  /** Where the steps are written down; null unless somebody wants to know. */
  private @Nullable Journal journal;

  private int transitions;

  /** The sizes of all states visited. */
  private long volume;

  private boolean complete = true;

  /** Prepares the exploration of one root. */
  public Explorer(
      Root root,
      Hierarchy hierarchy,
      MutableFields mutableFields,
      Summaries summaries,
      Demand demand,
      DataDemand dataDemand,
      PureFunctions pureFunctions,
      LoadedFields loadedFields,
      Limits limits,
      Scale scale) {
    this.root = root;
    this.hierarchy = hierarchy;
    this.summaries = summaries;
    this.limits = limits;
    this.scale = scale;
    this.live = new LiveRegisters(demand, dataDemand, hierarchy);
    this.layouts = new Layouts(hierarchy);
    this.unwinding = new Unwinding(hierarchy, layouts);
    this.operations = new Operations(hierarchy, unwinding, new Possession(hierarchy, loadedFields));
    Memory memory = new Memory(hierarchy, mutableFields, demand, unwinding, scale);
    this.interpreter =
        new Interpreter(
            limits, hierarchy, pureFunctions, live, layouts, unwinding, memory, scale, operations);
    this.futures = new Futures(interpreter, interner, live);
    this.roles = new Roles(futures);
    this.observer = new Observer(root, hierarchy, live, futures);
    this.stuckAnalysis = new StuckAnalysis(root, hierarchy, summaries, operations, futures, arms);
  }

  /** Explores; call once. */
  public Exploration explore() {
    return explore(Start.of(root, hierarchy));
  }

  /** Explores from another state than that of the root. */
  Exploration explore(State start) {
    Deque<Node> queue = new ArrayDeque<>();
    List<Node> cut = new ArrayList<>();
    for (State state : interpreter.settle(start)) {
      visit(null, state, queue);
    }
    complete = !interpreter.wasBounded();
    while (!queue.isEmpty()) {
      Node node = queue.remove();
      if (isOverLimits()) {
        node.open = true;
        complete = false;
        cut.add(node);
        continue;
      }
      expand(node, queue);
    }
    entered.addAll(interpreter.confluence().entered());
    List<Stuck> stuck = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    List<List<Node>> bottoms = graph.bottoms();
    for (List<Node> bottom : bottoms) {
      if (bottom.getFirst().state.guessed) {
        complete &= !stuckAnalysis.holds(bottom);
        continue;
      }
      for (Restless restless : stuckAnalysis.restless(bottom)) {
        Node node = restless.node();
        observer.noteRestless(node.state, restless.goroutine(), () -> trace(node));
      }
      List<Blocked> blocked = stuckAnalysis.of(bottom, seen);
      if (!blocked.isEmpty()) {
        stuck.add(situation(bottom.getFirst(), blocked));
      }
    }
    for (Node node : cut) {
      if (node.state.guessed) {
        continue;
      }
      List<Blocked> blocked = stuckAnalysis.abandoned(node.state, live, seen);
      if (!blocked.isEmpty()) {
        stuck.add(situation(node, blocked));
      }
    }
    if (journal != null) {
      journal.cut.addAll(cut);
    }
    return new Exploration(
        root,
        stuck,
        List.copyOf(crashes.values()),
        List.copyOf(closes.values()),
        arms.uses(),
        observer.observations(bottoms, this::trace),
        complete,
        scale.changesAnything(),
        graph.nodes.size(),
        null);
  }

  /**
   * Whether some way from {@code start} makes one of those go on who stand at {@code places}, or
   * may do so: within the limits that is not always known. Call instead of {@link #explore}.
   */
  boolean leadsOn(State start, Set<String> places) {
    Deque<Node> queue = new ArrayDeque<>();
    for (State state : interpreter.settle(start)) {
      visit(null, state, queue);
    }
    while (!queue.isEmpty()) {
      Node node = queue.remove();
      List<Transition> enabled = operations.enabled(node.state);
      if (isOverLimits() || Places.areLeft(node.state, enabled, places)) {
        return true;
      }
      follow(node, enabled, queue);
    }
    return interpreter.wasBounded() || !complete;
  }

  /** Whether a state like that was visited. */
  boolean hasVisited(Predicate<State> wanted) {
    return graph.nodes.stream().anyMatch(node -> wanted.test(node.state));
  }

  /** The state that a situation was found in. */
  State stateOf(Stuck situation) {
    return Objects.requireNonNull(states.get(situation));
  }

  private Stuck situation(Node node, List<Blocked> blocked) {
    Stuck stuck = new Stuck(blocked, node.state.goroutines.size() - blocked.size(), trace(node));
    states.put(stuck, node.state);
    return stuck;
  }

  /** Explores, and puts all that it visits into words; call instead of {@link #explore}. */
  StateSpace stateSpace(CallGraph callGraph) {
    Journal kept = new Journal();
    journal = kept;
    explore();
    return new StateSpaces(root, hierarchy, kept)
        .of(graph, entered, new Slice(callGraph, summaries), complete);
  }

  /**
   * What it has cost: states visited, those with many objects counted more than once, and states
   * made to decide something unknown.
   */
  public int cost() {
    return Math.max(graph.nodes.size(), (int) (volume / Limits.ORDINARY_SIZE))
        + interpreter.forks();
  }

  /** The work that it has been: instructions run and objects copied. */
  int worked() {
    return interpreter.worked();
  }

  /** The functions that ran. */
  public Set<FunctionId> entered() {
    return entered;
  }

  private boolean isOverLimits() {
    return graph.nodes.size() > limits.states()
        || volume > limits.volume()
        || transitions > limits.transitions()
        || interpreter.forks() > limits.forks()
        || interpreter.isWornOut();
  }

  private void expand(Node node, Deque<Node> queue) {
    List<Transition> enabled = operations.enabled(node.state);
    List<Transition> few = Independence.select(node.state, enabled, live);
    if (!follow(node, few, queue) && few.size() < enabled.size()) {
      // Everything led back to states seen before, or did more than its own operation: take the
      // others too, so that none waits for ever, or comes too late.
      List<Transition> others = new ArrayList<>(enabled);
      others.removeAll(few);
      follow(node, others, queue);
    }
  }

  /**
   * Follows transitions; whether one of them led to a state not seen before, and none did anything
   * noticeable beyond its own operation.
   */
  private boolean follow(Node node, List<Transition> chosen, Deque<Node> queue) {
    boolean fresh = false;
    boolean wide = false;
    for (Transition transition : chosen) {
      transitions++;
      State next = node.state.copy();
      observer.spins.begin(next, transition);
      roles.note(next, transition);
      operations.effects().apply(next, transition);
      interpreter.copied(next);
      List<State> settled = interpreter.settle(next);
      for (State state : settled) {
        wide |= state.wide;
        int before = graph.nodes.size();
        List<Event> events = List.copyOf(state.events);
        Node reached = visit(node, state, queue);
        wide |= reached.open; // a program that ends here keeps the others from going on
        if (journal != null) {
          journal.entries.add(new Journal.Entry(node, transition, events, reached));
        }
        fresh |= graph.nodes.size() > before;
      }
      // A path that vanishes ran into code that the machine cannot make sense of.
      if (interpreter.wasBounded() || settled.isEmpty()) {
        node.open = true;
        complete = false;
      }
    }
    return fresh && !wide;
  }

  /** Notes a state that {@code parent} leads to, and answers the node that stands for it. */
  private Node visit(@Nullable Node parent, State state, Deque<Node> queue) {
    note(parent, state);
    arms.note(state.armViews, () -> way(parent, state));
    boolean crashed = state.faults.stream().anyMatch(Fault::endsProgram);
    boolean ends = crashed || state.exited || (state.failed && !root.isCalledFromOutside());
    if (state.returned != null && root.kind() == Root.Kind.ENTRY) {
      state.escape(state.returned);
      state.returned = null;
    }
    Canonical form = Canonical.of(state, interner, live);
    Node known = visited.get(form.key());
    if (known != null) {
      if (parent != null) {
        parent.successors.add(known);
        observer.spins.end(parent, known, state);
        parent.open |= ends;
      }
      return known;
    }
    Node node = graph.add(parent, form.rebuild(), state.events);
    visited.put(form.key(), node);
    volume += node.state.size();
    if (parent != null) {
      parent.successors.add(node);
      observer.spins.end(parent, node, state);
    }
    if (ends) {
      node.open = true;
      if (journal != null) {
        journal.ends.add(node);
      }
    } else {
      queue.add(node);
    }
    observer.note(node.state, () -> trace(node));
    return node;
  }

  private void note(@Nullable Node parent, State state) {
    entered.addAll(state.entered);
    observer.step(state, () -> way(parent, state));
    if (state.guessed) {
      complete &= state.faults.isEmpty();
      return;
    }
    for (Fault fault : state.faults) {
      String identity =
          fault.exception() + fault.operation() + fault.site() + fault.closedAt() + fault.caught();
      crashes.computeIfAbsent(identity, id -> new Crash(fault, way(parent, state)));
    }
    for (Closing closing : state.closings) {
      roles
          .otherSender(state, closing)
          .ifPresent(sender ->
              closes.computeIfAbsent(
                  closing.site().toString(),
                  site -> receiverClose(parent, state, closing, sender)));
    }
  }

  private ReceiverClose receiverClose(
      @Nullable Node parent, State state, Closing closing, Goroutine sender) {
    HeapObject channel = state.object(((Value.Reference) closing.channel()).id());
    return new ReceiverClose(
        new Event(closing.goroutine(), closing.site(), "closes"),
        channel.origin(),
        sender.createdAt,
        way(parent, state));
  }

  private Trace trace(Node node) {
    return new Trace(graph.way(node));
  }

  private Trace way(@Nullable Node parent, State state) {
    List<Event> events = new ArrayList<>(parent == null ? List.of() : graph.way(parent));
    events.addAll(state.events);
    return new Trace(events);
  }
}
