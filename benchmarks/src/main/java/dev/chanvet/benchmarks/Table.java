package dev.chanvet.benchmarks;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
 * Measures and prints the table: {@code Table ROUNDS TIMES GO SAMPLES WORKLOAD...}. In each round
 * every peer gets a fresh process for each workload, by turns in both orders; GO is the program
 * built from benchmarks/go, or {@code -}. SAMPLES is a file to which what each process prints is
 * added, and from which the table is made; or {@code -}. So it can be measured bit by bit, whenever
 * the machine is quiet.
 */
public final class Table {
  private static final List<String> PEERS = List.of("chanvet", "juc", "jox", "kotlin");
  private static final String GO = "go";
  private static final String HEAD = "# ";

  private final int times;
  private final String go;
  private final @Nullable Path kept;
  private final List<String> peers = new ArrayList<>(PEERS);
  private final Map<Workload, Map<String, Sample>> samples = new EnumMap<>(Workload.class);

  private Table(int times, String go, @Nullable Path kept) {
    this.times = times;
    this.go = go;
    this.kept = kept;
    if (!go.equals("-")) {
      peers.add(GO);
    }
  }

  /** Measures and prints. */
  public static void main(String[] args) throws Exception {
    Path kept = args[3].equals("-") ? null : Path.of(args[3]);
    Table table = new Table(Integer.parseInt(args[1]), args[2], kept);
    List<Workload> workloads = Arrays.stream(args).skip(4).map(Workload::valueOf).toList();
    if (kept != null && Files.exists(kept)) {
      table.read(Files.readAllLines(kept));
    }
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
      List<String> lines = run(peer, workload);
      add(workload, peer, lines);
      if (kept != null) {
        List<String> block = new ArrayList<>(List.of(HEAD + workload + " " + peer));
        block.addAll(lines);
        Files.write(kept, block, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      }
    }
  }

  private void add(Workload workload, String peer, List<String> lines) {
    samples
        .computeIfAbsent(workload, w -> new LinkedHashMap<>())
        .computeIfAbsent(peer, p -> new Sample())
        .add(lines);
  }

  /** Takes in what was kept: a head for each process, then what it printed. */
  private void read(List<String> lines) {
    int next = 0;
    while (next < lines.size()) {
      String[] head = lines.get(next).substring(HEAD.length()).split(" ");
      int end = next + 1;
      while (end < lines.size() && !lines.get(end).startsWith(HEAD)) {
        end++;
      }
      add(Workload.valueOf(head[0]), head[1], lines.subList(next + 1, end));
      next = end;
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
        "| workload | peer | processes | others | cold s | cold CPU s | warm s | warm CPU s | spread | peak MB"
            + " | cold / Go | warm / Go | warm CPU / Go |");
    System.out.println("|---|---|---|---|---|---|---|---|---|---|---|---|---|");
    samples.forEach(
        (workload, of) -> {
          Sample reference = of.get(GO);
          for (String peer : peers) {
            Sample sample = of.get(peer);
            if (sample != null) {
              printRow(workload, peer, sample, reference);
            }
          }
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
        "| %s | %s | %d | %s | %.3f | %.3f | %.3f | %.3f | ±%.0f%% | %.0f | %s%n",
        workload,
        peer,
        sample.processes(),
        Double.isNaN(sample.others()) ? "" : String.format(Locale.ROOT, "%.1f", sample.others()),
        sample.cold(),
        sample.coldCpu(),
        sample.warm(),
        sample.warmCpu(),
        100 * sample.spread(),
        sample.peakMegabytes(),
        ratios);
  }
}
