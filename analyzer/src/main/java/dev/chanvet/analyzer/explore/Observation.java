package dev.chanvet.analyzer.explore;

import dev.chanvet.analyzer.ir.FunctionId;
import dev.chanvet.analyzer.source.Site;
import org.jspecify.annotations.Nullable;

/** Something that happened on the way from a state to the next one, and that a rule may ask for. */
sealed interface Observation {
  /**
   * A receive or a select gave null, because its channel is closed.
   *
   * @param handler the function that a select gave it to, as its last argument; null if the call
   *     returned it
   */
  record NullReceived(int goroutine, Site site, @Nullable FunctionId handler)
      implements Observation {}

  /**
   * A value went into or came out of a channel's buffer.
   *
   * @param ignored whether nobody looks at what came out
   */
  record Buffered(Origin channel, Site site, boolean sent, boolean ignored)
      implements Observation {}

  /** A value went from one goroutine straight to another. */
  record Met(Origin channel, Site sender, Site receiver) implements Observation {}

  /**
   * A value was offered to a queue that had no room, and nobody looked at the answer.
   *
   * @param token whether any other value would have done as well: a constant, a mere signal
   */
  record Lost(Site site, Origin queue, int capacity, boolean token) implements Observation {}

  /**
   * An object that was sent is used before its sender has waited for anybody.
   *
   * @param object where it was made
   * @param part the field, or what stands for the contents of a collection
   * @param bySender whether its sender writes to it; else somebody else uses it
   */
  record UseAfterSend(Site site, Origin object, String part, boolean bySender)
      implements Observation {}

  /**
   * A wait group's count of zero was awaited with success while another goroutine stood before an
   * {@code add}.
   *
   * @param group where the group was made
   * @param site the add
   * @param adder where the goroutine that adds was started; null for the root's own
   * @param awaited the await
   */
  record LateAdd(Origin group, Site site, @Nullable Site adder, Site awaited)
      implements Observation {}
}
