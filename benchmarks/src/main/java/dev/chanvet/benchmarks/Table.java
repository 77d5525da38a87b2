package dev.chanvet.benchmarks;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Measures and prints the table: {@code Table ROUNDS TIMES GO WORKLOAD...}. In each round every
 * peer gets a fresh process for each workload, by turns in both orders; GO is the program built
 * from benchmarks/go, or {@code -}.
 */
public final class Table {
  private static final List<String> PEERS = List.of("chanvet", "juc", "jox", "kotlin");
  private static final String GO = "go";

  private final int times;
  private final String go;
  private final List<String> peers = new ArrayList<>(PEERS);
  private final Map<Workload, Map<String, Sample>> samples = new EnumMap<>(Workload.class);

  private Table(int times, String go) {
    this.times = times;
    this.go = go;
    if (!go.equals("-")) {
      peers.add(GO);
    }
  }

  /** Measures and prints. */
  public static void main(String[] args) throws Exception {
    Table table = new Table(Integer.parseInt(args[1]), args[2]);
    List<Workload> workloads = Arrays.stream(args).skip(3).map(Workload::valueOf).toList();
    int rounds = Integer.parseInt(args[0]);
    for (int round = 0; round < rounds; round++) {
      for (Workload workload : workloads) {
        table.measure(workload, round % 2 == 1);
      }
    }
    table.print();
  }

  private void measure(Workload workload, boolean backwards) throws Exception {
    List<String> order = new ArrayList<>(peers);
    if (backwards) {
      Collections.reverse(order);
    }
    for (String peer : order) {
      Sample sample =
          samples
              .computeIfAbsent(workload, w -> new LinkedHashMap<>())
              .computeIfAbsent(peer, p -> new Sample());
      sample.add(run(peer, workload));
    }
  }

  private List<String> run(String peer, Workload workload) throws Exception {
    List<String> command = new ArrayList<>();
    if (peer.equals(GO)) {
      command.addAll(List.of(go, workload.name(), Integer.toString(times)));
    } else {
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(List.of("-cp", System.getProperty("java.class.path"), Run.class.getName()));
      command.addAll(List.of(peer, workload.name(), Integer.toString(times)));
    }
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    List<String> lines =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    if (process.waitFor() != 0) {
      System.err.println(peer + " failed at " + workload);
      return List.of();
    }
    return lines;
  }

  private void print() {
    System.out.println(
        "| workload | peer | cold s | cold CPU s | warm s | warm CPU s | spread | peak MB"
            + " | cold / Go | warm / Go | warm CPU / Go |");
    System.out.println("|---|---|---|---|---|---|---|---|---|---|---|");
    samples.forEach(
        (workload, of) -> {
          Sample reference = of.get(GO);
          of.forEach((peer, sample) -> printRow(workload, peer, sample, reference));
        });
  }

  private static void printRow(
      Workload workload, String peer, Sample sample, @Nullable Sample reference) {
    if (sample.isEmpty()) {
      return;
    }
    String ratios =
        reference == null || reference.isEmpty()
            ? " | | |"
            : String.format(
                Locale.ROOT,
                "%.2f | %.2f | %.2f |",
                sample.cold() / reference.cold(),
                sample.warm() / reference.warm(),
                sample.warmCpu() / reference.warmCpu());
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | %.3f | %.3f | %.3f | %.3f | ±%.0f%% | %.0f | %s%n",
        workload,
        peer,
        sample.cold(),
        sample.coldCpu(),
        sample.warm(),
        sample.warmCpu(),
        100 * sample.spread(),
        sample.peakMegabytes(),
        ratios);
  }
}
