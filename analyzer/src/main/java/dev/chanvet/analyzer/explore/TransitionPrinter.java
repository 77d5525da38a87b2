package dev.chanvet.analyzer.explore;

import java.util.List;
import java.util.stream.Collectors;

/** A transition in words: what traces say of it, or what kind it is where they are silent. */
final class TransitionPrinter {
  private final Names.Cast cast;

  TransitionPrinter(Names.Cast cast) {
    this.cast = cast;
  }

  /**
   * What {@code transition} does.
   *
   * @param before the state that it leads from
   * @param events what traces say of it
   */
  String print(State before, Transition transition, List<Event> events) {
    List<Event> told =
        events.stream().filter(event -> event.sender() == 0).toList(); // the sender tells it
    if (!told.isEmpty()) {
      return told.stream()
          .map(event -> cast.name(event.goroutine()) + " " + text(event))
          .collect(Collectors.joining("; "));
    }
    Goroutine goroutine = before.find(transition.goroutine());
    Pending pending = goroutine == null ? null : goroutine.pending;
    String place = pending == null ? "" : ", " + StatePrinter.place(pending.site());
    return cast.name(transition.goroutine()) + " " + kind(transition) + place;
  }

  private String text(Event event) {
    return event.choice()
        ? "takes it that '"
            + event.site().text().lines().findFirst().orElse("").strip()
            + "' "
            + event.text()
        : cast.named(event.text());
  }

  private String kind(Transition transition) {
    return switch (transition.kind()) {
      case PROCEED, COMPLETE -> "goes on";
      case MEET -> "meets " + cast.name(transition.partner());
      case DECLINE -> "finds nobody";
      case ENVIRONMENT -> "is served by code outside the program";
      case ENVIRONMENT_CLOSED -> "finds it closed by code outside the program";
      case INTERRUPT -> "is interrupted";
    };
  }
}
