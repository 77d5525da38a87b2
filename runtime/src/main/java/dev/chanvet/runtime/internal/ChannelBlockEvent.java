package dev.chanvet.runtime.internal;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Threshold;

/** A goroutine that was blocked for long, for JDK Flight Recorder. */
@Name("dev.chanvet.ChannelBlock")
@Label("Channel Block")
@Category({"Chanvet"})
@Description("A goroutine or thread was blocked in a channel, a select or a wait group")
@Threshold("20 ms")
@StackTrace
final class ChannelBlockEvent extends Event {
  @Label("Goroutine")
  long goroutine;

  @Label("Wait Reason")
  String reason = "";

  @Label("Interrupted")
  boolean interrupted;
}
