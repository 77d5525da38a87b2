package dev.chanvet.analyzer.report;

import de.jcup.sarif_2_1_0.model.CodeFlow;
import de.jcup.sarif_2_1_0.model.Edge;
import de.jcup.sarif_2_1_0.model.Graph;
import de.jcup.sarif_2_1_0.model.MultiformatMessageString;
import de.jcup.sarif_2_1_0.model.Node;
import de.jcup.sarif_2_1_0.model.State;
import de.jcup.sarif_2_1_0.model.ThreadFlow;
import de.jcup.sarif_2_1_0.model.ThreadFlowLocation;
import dev.chanvet.analyzer.finding.Finding;
import dev.chanvet.analyzer.finding.Witness;
import dev.chanvet.analyzer.finding.WitnessStep;
import dev.chanvet.analyzer.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A witness in the forms that viewers look for: one flow with all steps in the order in which they
 * run (most viewers show only the first flow), one with a thread for each goroutine, a graph, and
 * text for those that show nothing else.
 *
 * @param points all steps, then where the goroutines are left; the last one is at the finding's
 *     site
 */
record SarifTrace(List<WitnessStep> points, SarifLocations locations) {
  private static final int STEPS_IN_TEXT = 30;

  static SarifTrace of(Finding finding, Witness witness, SarifLocations locations) {
    List<WitnessStep> points = new ArrayList<>(witness.story(finding.site()));
    if (points.isEmpty()) {
      points.add(new WitnessStep(0, "main", finding.site(), finding.message().what()));
    } else if (!points.getLast().site().equals(finding.site())) {
      WitnessStep last = points.getLast();
      points.add(
          new WitnessStep(
              last.goroutine(), last.goroutineName(), finding.site(), finding.message().what()));
    }
    return new SarifTrace(List.copyOf(points), locations);
  }

  /** A line for each step, up to a length that a message can bear. */
  String text() {
    StringBuilder text = new StringBuilder("A schedule that reaches it:");
    SourceFile home = points.getLast().site().file();
    for (int i = 0; i < Math.min(points.size(), STEPS_IN_TEXT); i++) {
      WitnessStep point = points.get(i);
      SourceFile file = point.site().file();
      String where = file.equals(home) ? "" : file.path() + " ";
      text.append("\n%d. %s: %s".formatted(i + 1, point.goroutineName(), point.message()));
      text.append(" (%sline %d)".formatted(where, point.site().line()));
    }
    return points.size() > STEPS_IN_TEXT ? text + "\n..." : text.toString();
  }

  List<CodeFlow> codeFlows() {
    return List.of(linear(), byGoroutine());
  }

  private CodeFlow linear() {
    List<ThreadFlowLocation> all = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      all.add(step(i, points.get(i).goroutineName() + ": " + points.get(i).message()));
    }
    ThreadFlow thread = new ThreadFlow();
    thread.setId("schedule");
    thread.setLocations(all);
    CodeFlow flow = new CodeFlow();
    flow.setMessage(SarifLocations.message("All steps in the order in which they run."));
    flow.setThreadFlows(List.of(thread));
    return flow;
  }

  private CodeFlow byGoroutine() {
    Map<Integer, ThreadFlow> threads = new LinkedHashMap<>();
    for (int i = 0; i < points.size(); i++) {
      WitnessStep point = points.get(i);
      ThreadFlow thread = threads.computeIfAbsent(point.goroutine(), goroutine -> new ThreadFlow());
      thread.setId(point.goroutineName());
      thread.setMessage(SarifLocations.message(point.goroutineName()));
      ThreadFlowLocation step = step(i, point.message());
      step.setState(state(i));
      thread.getLocations().add(step);
    }
    CodeFlow flow = new CodeFlow();
    flow.setMessage(SarifLocations.message("One thread for each goroutine."));
    flow.setThreadFlows(List.copyOf(threads.values()));
    return flow;
  }

  private ThreadFlowLocation step(int index, String message) {
    ThreadFlowLocation step = new ThreadFlowLocation();
    step.setLocation(locations.location(points.get(index).site(), message));
    step.setNestingLevel(1);
    step.setExecutionOrder(index + 1);
    step.setImportance(
        index == points.size() - 1
            ? ThreadFlowLocation.Importance.ESSENTIAL
            : ThreadFlowLocation.Importance.IMPORTANT);
    return step;
  }

  /** What each goroutine did last. */
  private State state(int index) {
    State state = new State();
    for (WitnessStep point : points.subList(0, index + 1)) {
      MultiformatMessageString text = new MultiformatMessageString();
      text.setText(point.message());
      state.setAdditionalProperty(point.goroutineName(), text);
    }
    return state;
  }

  Graph graph() {
    Set<Node> nodes = new LinkedHashSet<>();
    Set<Edge> edges = new LinkedHashSet<>();
    for (int i = 0; i < points.size(); i++) {
      WitnessStep point = points.get(i);
      String label = point.goroutineName() + ": " + point.message();
      Node node = new Node();
      node.setId(Integer.toString(i));
      node.setLabel(SarifLocations.message(label));
      node.setLocation(locations.location(point.site(), label));
      nodes.add(node);
      if (i > 0) {
        Edge edge = new Edge();
        edge.setId(Integer.toString(i));
        edge.setSourceNodeId(Integer.toString(i - 1));
        edge.setTargetNodeId(Integer.toString(i));
        edges.add(edge);
      }
    }
    Graph graph = new Graph();
    graph.setDescription(SarifLocations.message("The schedule that reaches the finding."));
    graph.setNodes(nodes);
    graph.setEdges(edges);
    return graph;
  }
}
