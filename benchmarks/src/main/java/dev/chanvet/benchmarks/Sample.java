package dev.chanvet.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** What was measured of one peer at one workload, over several processes; times in seconds. */
final class Sample {
  private final List<Double> cold = new ArrayList<>();
  private final List<Double> warm = new ArrayList<>();
  private final List<Double> coldCpu = new ArrayList<>();
  private final List<Double> warmCpu = new ArrayList<>();
  private final List<Double> others = new ArrayList<>();
  private double peakMegabytes;

  /**
   * Adds the output of one process: the first time is cold, those from the third on are warm.
   */
  void add(List<String> lines) {
    int times = 0;
    for (String line : lines) {
      String[] words = line.split(" ");
      if (words[0].equals("peak")) {
        peakMegabytes = Math.max(peakMegabytes, Double.parseDouble(words[1]) / 1024);
      } else if (words[0].equals("others")) {
        others.add(Double.parseDouble(words[1]));
      } else {
        times++;
        double wall = Double.parseDouble(words[0]);
        if (times == 1) {
          cold.add(wall);
          coldCpu.add(Double.parseDouble(words[1]));
        }
        if (times >= 3) {
          warm.add(wall);
          warmCpu.add(Double.parseDouble(words[1]));
        }
      }
    }
  }

  boolean isEmpty() {
    return cold.isEmpty();
  }

  double cold() {
    return median(cold);
  }

  double warm() {
    return median(warm.isEmpty() ? cold : warm);
  }

  double coldCpu() {
    return median(coldCpu);
  }

  double warmCpu() {
    return median(warmCpu.isEmpty() ? coldCpu : warmCpu);
  }

  int processes() {
    return cold.size();
  }

  /** Returns how many processors others kept busy, or NaN if the peer does not tell. */
  double others() {
    return others.isEmpty() ? Double.NaN : median(others);
  }

  double peakMegabytes() {
    return peakMegabytes;
  }

  /**
   * Returns half the distance between the extremes of the warm times, as a part of their median.
   */
  double spread() {
    List<Double> times = warm.isEmpty() ? cold : warm;
    double least = times.stream().mapToDouble(t -> t).min().orElse(0);
    double most = times.stream().mapToDouble(t -> t).max().orElse(0);
    return (most - least) / 2 / median(times);
  }

  private static double median(List<Double> times) {
    List<Double> sorted = times.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
