package dev.chanvet.runtime.internal;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The virtual threads of the JVM, goroutines or not, as its thread dump lists them: there is no
 * other way to see those that somebody else started. Only looked at when all goroutines seem
 * asleep.
 */
final class VirtualThreads {
  private VirtualThreads() {}

  /**
   * Whether every virtual thread but {@code except} waits without a limit. True as well where the
   * JVM writes no such dump or (with {@code -Djdk.trackAllThreads=false}) does not list them.
   */
  static boolean allButOneAreAsleep(Thread except) {
    if (ModuleLayer.boot().findModule("jdk.management").isEmpty()) {
      return true;
    }
    try {
      HotSpotDiagnosticMXBean bean =
          ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
      if (bean == null) {
        return true;
      }
      Path folder = Files.createTempDirectory("chanvet");
      Path file = folder.resolve("threads.txt");
      try {
        bean.dumpThreads(file.toString(), HotSpotDiagnosticMXBean.ThreadDumpFormat.TEXT_PLAIN);
        try (BufferedReader lines = Files.newBufferedReader(file)) {
          return allAsleep(lines, "#" + except.threadId() + " ");
        }
      } finally {
        Files.deleteIfExists(file);
        Files.deleteIfExists(folder);
      }
    } catch (IOException | UnsupportedOperationException e) {
      return true;
    }
  }

  private static boolean allAsleep(BufferedReader lines, String except) throws IOException {
    String header = null;
    StringBuilder top = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("#")) {
        if (mayAct(header, top)) {
          return false;
        }
        header = isVirtual(line) && !line.startsWith(except) ? line : null;
        top.setLength(0);
      } else if (header != null && line.startsWith(" ")) {
        top.append(line).append('\n');
      }
    }
    return !mayAct(header, top);
  }

  /**
   * Whether {@code line}, such as {@code #31 "name" virtual}, with the state behind it since Java
   * 24, is of such a thread.
   */
  private static boolean isVirtual(String line) {
    return afterName(line).startsWith(" virtual");
  }

  private static String afterName(String line) {
    return line.substring(line.lastIndexOf('"') + 1);
  }

  /**
   * Whether the virtual thread of {@code header} (null: none to look at) with these frames may go
   * on by itself.
   */
  private static boolean mayAct(@Nullable String header, StringBuilder frames) {
    if (header == null || frames.isEmpty()) {
      return false; // no frames: it is at its end
    }
    if (frames.indexOf(Runs.class.getName() + ".watch(") >= 0) {
      return false; // it waits for a run of its own
    }
    String state = afterName(header).substring(" virtual".length());
    if (!state.isBlank()) {
      return !state.startsWith(" WAITING ");
    }
    // Before Java 24 only the frames tell: a timed park has parkNanos in place of park, a yield has
    // neither.
    return frames.indexOf("java.lang.VirtualThread.park(") < 0;
  }
}
