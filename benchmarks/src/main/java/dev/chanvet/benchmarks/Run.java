package dev.chanvet.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Times one workload of one peer in this JVM: {@code Run PEER WORKLOAD TIMES}. Prints a line per
 * time: {@code wall cpu}, in seconds, the first being the cold one; then {@code peak} and the peak
 * memory in kilobytes, and {@code others} and how many processors other processes kept busy
 * meanwhile.
 */
public final class Run {
  private static final double NANOS = 1e9;
  private static final double TICKS = 100;

  private Run() {}

  /** Runs it. */
  public static void main(String[] args) throws Exception {
    Peer peer = Peer.of(args[0]);
    Workload workload = Workload.valueOf(args[1]);
    int times = Integer.parseInt(args[2]);
    double othersBefore = machineSeconds() - cpuNanos() / NANOS;
    long begin = System.nanoTime();
    for (int i = 0; i < times; i++) {
      long cpu = cpuNanos();
      long start = System.nanoTime();
      if (!peer.run(workload)) {
        return;
      }
      long wall = System.nanoTime() - start;
      System.out.printf(Locale.ROOT, "%.4f %.4f%n", wall / NANOS, (cpuNanos() - cpu) / NANOS);
    }
    System.out.println("peak " + peakKilobytes());
    double others = machineSeconds() - cpuNanos() / NANOS - othersBefore;
    System.out.printf(
        Locale.ROOT, "others %.2f%n", others / ((System.nanoTime() - begin) / NANOS));
  }

  /**
   * Returns the most memory that the process has had, in kilobytes; 0 where Linux does not tell.
   */
  private static String peakKilobytes() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return "0";
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .findFirst()
        .map(line -> line.replaceAll("\\D", ""))
        .orElse("0");
  }

  /** Returns how long all processors together have worked; 0 where Linux does not tell. */
  private static double machineSeconds() throws IOException {
    Path stat = Path.of("/proc/stat");
    if (!Files.exists(stat)) {
      return 0;
    }
    String[] ticks = Files.readAllLines(stat).get(0).split(" +");
    long working = 0;
    for (int i = 1; i <= 8; i++) {
      working += i == 4 || i == 5 ? 0 : Long.parseLong(ticks[i]); // idle, waiting for a disk
    }
    return working / TICKS;
  }

  private static long cpuNanos() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : 0;
  }
}
