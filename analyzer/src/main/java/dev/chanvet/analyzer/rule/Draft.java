package dev.chanvet.analyzer.rule;

import dev.chanvet.analyzer.explore.Blocked;
import dev.chanvet.analyzer.explore.Event;
import dev.chanvet.analyzer.explore.Exploration;
import dev.chanvet.analyzer.explore.Origin;
import dev.chanvet.analyzer.explore.Root;
import dev.chanvet.analyzer.explore.Trace;
import dev.chanvet.analyzer.finding.Finding;
import dev.chanvet.analyzer.finding.GoroutineEnd;
import dev.chanvet.analyzer.finding.Message;
import dev.chanvet.analyzer.finding.Related;
import dev.chanvet.analyzer.finding.RuleInfo;
import dev.chanvet.analyzer.finding.Severity;
import dev.chanvet.analyzer.finding.Witness;
import dev.chanvet.analyzer.finding.WitnessStep;
import dev.chanvet.analyzer.ir.Function;
import dev.chanvet.analyzer.source.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A finding in the making: collects what belongs to one, and turns a trace into its witness. */
public final class Draft {
  private final RuleInfo rule;
  private final Site site;
  private final Exploration exploration;
  private final Trace trace;
  private final List<Related> related = new ArrayList<>();
  private final Map<Integer, GoroutineEnd> ends = new TreeMap<>();
  private Severity severity;
  private String subject = "";

  private Draft(RuleInfo rule, Site site, Exploration exploration, Trace trace) {
    this.rule = rule;
    this.site = site;
    this.exploration = exploration;
    this.trace = trace;
    this.severity = rule.severity();
  }

  /** Begins a finding of {@code rule} at {@code site}, reached by {@code trace}. */
  public static Draft of(RuleInfo rule, Site site, Exploration exploration, Trace trace) {
    return new Draft(rule, site, exploration, trace);
  }

  /** A finding that the code shows by itself, without running it. */
  public static Finding inCode(RuleInfo rule, Site site, Function function, Message message) {
    return inCode(rule, site, function.owner() + "." + function.name(), message);
  }

  /** The same for a declaration that is no function, such as a type. */
  public static Finding inCode(RuleInfo rule, Site site, String declaration, Message message) {
    return new Finding(
        rule,
        rule.severity(),
        message,
        site,
        declaration,
        "",
        List.of(),
        null,
        false,
        80,
        List.of());
  }

  /** Reports it with another severity than the rule's. */
  public Draft severity(Severity other) {
    severity = other;
    return this;
  }

  /** Names the channel, lock or counter that it is about, and where that was made. */
  public Draft about(@Nullable Origin origin, String what) {
    if (origin != null) {
      subject = origin.name() == null ? "" : origin.name();
      related.add(new Related(origin.site(), "the " + what + " is made here"));
    }
    return this;
  }

  /** Points to another place that explains it. */
  public Draft related(@Nullable Site place, String what) {
    if (place != null) {
      related.add(new Related(place, what));
    }
    return this;
  }

  /** Says that a goroutine waits for ever. */
  public Draft blocked(Blocked blocked) {
    related(blocked.startedAt(), name(blocked.goroutine()) + " is started here");
    ends.put(
        blocked.goroutine(),
        new GoroutineEnd(
            blocked.goroutine(),
            name(blocked.goroutine()),
            GoroutineEnd.State.BLOCKED,
            blocked.site(),
            "blocked for ever in " + blocked.operation()));
    return this;
  }

  /** Says that a goroutine ended by an exception. */
  public Draft panicked(int goroutine, String exception) {
    ends.put(
        goroutine,
        new GoroutineEnd(
            goroutine, name(goroutine), GoroutineEnd.State.PANICKED, site, "throws " + exception));
    return this;
  }

  /** The goroutine's name in reports. */
  public String name(int goroutine) {
    return goroutine == 1
        ? exploration.root().kind() == Root.Kind.MAIN ? "main" : "the caller"
        : "goroutine " + goroutine;
  }

  /** The finding, in words. */
  public Finding as(Message message) {
    int choices = trace.choices();
    double certainty = exploration.root().kind() == Root.Kind.ENTRY ? 90 : 98;
    double rank = Math.max(10, certainty - 4.0 * choices - (exploration.scaled() ? 5 : 0));
    return new Finding(
        rule,
        severity,
        message,
        site,
        exploration.root().toString(),
        subject,
        related,
        witness(),
        true,
        rank,
        assumptions());
  }

  private Witness witness() {
    List<WitnessStep> steps = new ArrayList<>();
    for (Event event : trace.events()) {
      steps.add(
          new WitnessStep(event.goroutine(), name(event.goroutine()), event.site(), event.text()));
    }
    for (GoroutineEnd end : ends.values()) {
      if (end.state() == GoroutineEnd.State.BLOCKED && end.site() != null) {
        steps.add(new WitnessStep(end.goroutine(), end.goroutineName(), end.site(), end.message()));
      }
    }
    return new Witness(steps, List.copyOf(ends.values()));
  }

  private List<String> assumptions() {
    List<String> assumptions = new ArrayList<>();
    for (Event event : trace.events()) {
      if (event.choice()) {
        assumptions.add(
            "'"
                + firstLine(event.site().text())
                + "' in line "
                + event.site().line()
                + " "
                + event.text());
      }
    }
    if (exploration.root().kind() == Root.Kind.ENTRY) {
      assumptions.add(exploration.root() + " is called from outside");
    }
    if (exploration.scaled()) {
      assumptions.add("large constants behave as smaller ones of the same order");
    }
    return assumptions.stream().distinct().toList();
  }

  private static String firstLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end).strip() + " ...";
  }
}
