package dev.chanvet.runtime.internal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The threads of this process as Linux sees them. A thread that has been woken and has not had a
 * processor since still looks asleep to Java, for as long as the machine is busy; the kernel knows
 * better.
 */
final class KernelThreads {
  private static final Path TASKS = Path.of("/proc/self/task");

  /** How the names of the JVM's own threads begin, which run now and then and wake nobody. */
  private static final List<String> OF_THE_JVM = List.of("C1 ", "C2 ", "GC ", "G1 ", "VM ");

  private KernelThreads() {}

  /**
   * Whether another thread than the current one runs or waits for a processor. False where Linux
   * does not tell.
   */
  static boolean othersMayRun() {
    int running = 0;
    try (DirectoryStream<Path> tasks = Files.newDirectoryStream(TASKS)) {
      for (Path task : tasks) {
        if (mayRun(task.resolve("stat"))) {
          running++;
        }
      }
    } catch (IOException e) {
      return false;
    }
    return running > 1;
  }

  /** Reads {@code tid (name) state ...}; the name may have parentheses in it. */
  private static boolean mayRun(Path stat) {
    try {
      String line = Files.readString(stat);
      int end = line.lastIndexOf(") ");
      String name = line.substring(line.indexOf('(') + 1, Math.max(end, 1));
      return end > 0
          && line.charAt(end + 2) == 'R'
          && OF_THE_JVM.stream().noneMatch(name::startsWith);
    } catch (IOException e) {
      return false; // it has ended
    }
  }
}
