package dev.chanvet.runtime;

import java.time.Duration;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * One goroutine at one moment, as it stands in a dump.
 *
 * @param id its id
 * @param name the name given to it, or null
 * @param reason what it waits for in Go's words ("chan send", "select", ...), or "running"
 * @param waiting how long it has waited, as far as that is known; zero if it does not
 * @param stack its frames, innermost first, without those of this package and of the JDK's thread
 *     start
 * @param createdBy where it was started, or null
 * @param parentId the goroutine that started it, or 0
 */
public record GoroutineSnapshot(
    long id,
    @Nullable String name,
    String reason,
    Duration waiting,
    List<StackTraceElement> stack,
    @Nullable StackTraceElement createdBy,
    long parentId) {

  /** Copies the stack. */
  public GoroutineSnapshot {
    stack = List.copyOf(stack);
  }

  /** Returns the dump of several goroutines, a blank line between them. */
  public static String format(List<GoroutineSnapshot> goroutines) {
    StringJoiner all = new StringJoiner("\n");
    goroutines.forEach(g -> all.add(g.format()));
    return all.toString();
  }

  /**
   * Returns it in Go's form:
   *
   * <pre>
   * goroutine 18 [chan receive, 2 minutes]:
   * com.example.Pipeline.square(...)
   *         Pipeline.java:21
   * created by com.example.Pipeline.main in goroutine 1
   *         Pipeline.java:12
   * </pre>
   */
  public String format() {
    StringBuilder out = new StringBuilder("goroutine ").append(id);
    if (name != null) {
      out.append(" \"").append(name).append('"');
    }
    out.append(" [").append(reason);
    long minutes = waiting.toMinutes();
    if (minutes >= 1) {
      out.append(", ").append(minutes).append(" minutes");
    }
    out.append("]:\n");
    for (StackTraceElement frame : stack) {
      out.append(method(frame)).append("(...)\n\t").append(place(frame)).append('\n');
    }
    if (createdBy != null) {
      out.append("created by ").append(method(createdBy));
      if (parentId != 0) {
        out.append(" in goroutine ").append(parentId);
      }
      out.append("\n\t").append(place(createdBy)).append('\n');
    }
    return out.toString();
  }

  private static String method(StackTraceElement frame) {
    return frame.getClassName() + "." + frame.getMethodName();
  }

  private static String place(StackTraceElement frame) {
    String file = frame.getFileName() == null ? "Unknown Source" : frame.getFileName();
    return frame.getLineNumber() > 0 ? file + ":" + frame.getLineNumber() : file;
  }
}
