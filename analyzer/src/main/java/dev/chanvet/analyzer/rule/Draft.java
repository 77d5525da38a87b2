package dev.chanvet.analyzer.rule;

import dev.chanvet.analyzer.explore.Blocked;
import dev.chanvet.analyzer.explore.Event;
import dev.chanvet.analyzer.explore.Exploration;
import dev.chanvet.analyzer.explore.Origin;
import dev.chanvet.analyzer.explore.Trace;
import dev.chanvet.analyzer.finding.Finding;
import dev.chanvet.analyzer.finding.GoroutineEnd;
import dev.chanvet.analyzer.finding.Message;
import dev.chanvet.analyzer.finding.Proposal;
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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A finding in the making: collects what belongs to one, and turns a trace into its witness. */
public final class Draft {
  /** The explorer numbers goroutines; some have names. */
  private static final Pattern GOROUTINE = Pattern.compile("\\bgoroutine (\\d{1,9})\\b");

  private final RuleInfo rule;
  private final Site site;
  private final Exploration exploration;
  private final Trace trace;
  private final List<Related> related = new ArrayList<>();
  private final Map<Integer, GoroutineEnd> ends = new TreeMap<>();
  private final List<Proposal> proposals = new ArrayList<>();
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
  public static Finding inCode(RuleInfo rule, Site site, Message message) {
    return new Finding(
        rule, rule.severity(), message, site, "", "", List.of(), null, false, 80, List.of());
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

  /** Proposes a way to mend it; the ones that are proposed first are preferred. */
  public Draft mendBy(Proposal.Kind kind, Site place) {
    proposals.add(new Proposal(kind, place, null));
    return this;
  }

  /** The same, where something was made. */
  public Draft mendBy(Proposal.Kind kind, @Nullable Origin origin) {
    return origin == null ? this : mendBy(kind, origin.site());
  }

  /** Proposes to take one of two calls away, in {@code place} rather than in {@code other}. */
  public Draft mendByRemoving(Site place, @Nullable Site other) {
    if (other != null) {
      proposals.add(new Proposal(Proposal.Kind.REMOVE_STATEMENT, place, other));
      proposals.add(new Proposal(Proposal.Kind.REMOVE_STATEMENT, other, place));
    }
    return this;
  }

  /** Says that a goroutine waits for ever. */
  public Draft blocked(Blocked blocked) {
    boolean comes = isSecondCaller(blocked.goroutine());
    related(
        blocked.startedAt(),
        name(blocked.goroutine()) + (comes ? " calls this" : " is started here"));
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

  /** Says that a goroutine ended by an exception, at the place of the finding. */
  public Draft panicked(int goroutine, String exception) {
    return panicked(goroutine, exception, site);
  }

  /** Says that a goroutine ended by an exception that it threw at {@code place}. */
  public Draft panicked(int goroutine, String exception, Site place) {
    ends.put(
        goroutine,
        new GoroutineEnd(
            goroutine, name(goroutine), GoroutineEnd.State.PANICKED, place, "throws " + exception));
    return this;
  }

  /** The goroutine's name in reports. */
  public String name(int goroutine) {
    if (isSecondCaller(goroutine)) {
      return "the second caller";
    }
    return goroutine != 1
        ? "goroutine " + goroutine
        : switch (exploration.root().kind()) {
          case MAIN -> "main";
          case TEST, ENTRY -> "the caller";
          case CLIENTS -> "the first caller";
        };
  }

  /** Whether it comes from outside, beside the root's own goroutine. */
  private boolean isSecondCaller(int goroutine) {
    Function second = exploration.root().other();
    return second != null && goroutine != 0 && second.site().equals(trace.startedAt(goroutine));
  }

  /** The finding, in words. */
  public Finding as(Message message) {
    int choices = trace.choices();
    double certainty = exploration.root().isCalledFromOutside() ? 90 : 98;
    double rank = Math.max(10, certainty - 4.0 * choices - (exploration.scaled() ? 5 : 0));
    return new Finding(
        rule,
        severity,
        message,
        site,
        "",
        subject,
        related,
        witness(),
        true,
        rank,
        assumptions(),
        proposals,
        null);
  }

  private Witness witness() {
    List<WitnessStep> steps = new ArrayList<>();
    List<Event> events = trace.events();
    for (int i = 0; i < events.size(); i++) {
      Event event = events.get(i);
      boolean told = event.isEnd() && ends.containsKey(event.goroutine());
      if (!told && !(i + 1 < events.size() && event.isExplainedBy(events.get(i + 1)))) {
        steps.add(step(event));
      }
    }
    return new Witness(exploration.root().toString(), steps, List.copyOf(ends.values()));
  }

  private WitnessStep step(Event event) {
    WitnessStep.Arrow arrow = null;
    if (event.starts() != 0) {
      arrow = new WitnessStep.Arrow(event.goroutine(), event.starts());
    } else if (event.sender() != 0) {
      arrow = new WitnessStep.Arrow(event.sender(), event.goroutine());
    }
    String text =
        isSecondCaller(event.starts())
            ? "a second caller comes"
            : GOROUTINE
                .matcher(event.text())
                .replaceAll(match -> name(Integer.parseInt(match.group(1))));
    if (event.choice()) {
      text = "'" + firstLine(event.site().text()) + "' " + text;
    }
    return new WitnessStep(event.goroutine(), name(event.goroutine()), event.site(), text, arrow);
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
    switch (exploration.root().kind()) {
      case MAIN, TEST -> {}
      case ENTRY -> assumptions.add(exploration.root() + " is called from outside");
      case CLIENTS -> assumptions.add("from outside come two callers: " + exploration.root());
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
