package dev.chanvet.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Two texts as {@code diff -u} shows them, for {@code patch -p1} or {@code git apply}.
 *
 * <p>The lines come from Myers's algorithm ("An O(ND) difference algorithm and its variations",
 * 1986), whose effort grows with the number of changes.
 */
final class UnifiedDiff {
  private static final int CONTEXT = 3;

  /** A line of the result: {@code ' '}, {@code '-'} or {@code '+'}, and where it stands. */
  private record Line(char kind, String text, int before, int after) {}

  private UnifiedDiff() {}

  /** The difference; empty if there is none. */
  static String of(String path, String before, String after) {
    List<Line> lines = lines(split(before), split(after));
    StringBuilder out = new StringBuilder();
    for (int from = nextChange(lines, 0); from < lines.size(); ) {
      int last = from;
      for (int next = nextChange(lines, from + 1);
          next < lines.size() && next - last <= 2 * CONTEXT;
          next = nextChange(lines, next + 1)) {
        last = next;
      }
      if (out.isEmpty()) {
        String name = path.startsWith("/") ? path.substring(1) : path;
        out.append("--- a/").append(name).append("\n+++ b/").append(name).append("\n");
      }
      hunk(
          lines.subList(Math.max(0, from - CONTEXT), Math.min(lines.size(), last + CONTEXT + 1)),
          out);
      from = nextChange(lines, last + 1);
    }
    return out.toString();
  }

  private static int nextChange(List<Line> lines, int from) {
    int at = from;
    while (at < lines.size() && lines.get(at).kind() == ' ') {
      at++;
    }
    return at;
  }

  private static void hunk(List<Line> lines, StringBuilder out) {
    long before = lines.stream().filter(line -> line.kind() != '+').count();
    long after = lines.stream().filter(line -> line.kind() != '-').count();
    out.append("@@ -").append(range(lines.getFirst().before(), before));
    out.append(" +").append(range(lines.getFirst().after(), after)).append(" @@\n");
    for (Line line : lines) {
      out.append(line.kind()).append(line.text());
      if (!line.text().endsWith("\n")) {
        out.append("\n\\ No newline at end of file\n");
      }
    }
  }

  /** An empty range is told by the line in front of it. */
  private static String range(int start, long count) {
    int first = count == 0 ? start : start + 1;
    return count == 1 ? Integer.toString(first) : first + "," + count;
  }

  /** Lines with their line feeds; a carriage return is part of its line. */
  private static List<String> split(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int end = text.indexOf('\n') + 1; end > 0; end = text.indexOf('\n', start) + 1) {
      lines.add(text.substring(start, end));
      start = end;
    }
    if (start < text.length()) {
      lines.add(text.substring(start));
    }
    return lines;
  }

  private static List<Line> lines(List<String> a, List<String> b) {
    List<int[]> steps = furthest(a, b);
    List<Line> found = new ArrayList<>();
    int x = a.size();
    int y = b.size();
    for (int d = steps.size() - 1; d >= 0; d--) {
      int offset = steps.size();
      int[] v = d == 0 ? new int[2 * offset + 1] : steps.get(d - 1);
      int k = x - y;
      boolean down = d != 0 && (k == -d || k != d && v[k - 1 + offset] < v[k + 1 + offset]);
      int fromK = down ? k + 1 : k - 1;
      int fromX = d == 0 ? 0 : v[fromK + offset];
      int fromY = d == 0 ? 0 : fromX - fromK;
      int startX = d == 0 ? 0 : down ? fromX : fromX + 1;
      while (x > startX) {
        x--;
        y--;
        found.add(new Line(' ', a.get(x), x, y));
      }
      if (d != 0) {
        found.add(
            down
                ? new Line('+', b.get(fromY), fromX, fromY)
                : new Line('-', a.get(fromX), fromX, fromY));
        x = fromX;
        y = fromY;
      }
    }
    return found.reversed();
  }

  /** For each number of changes and each diagonal, how far one comes in the first text. */
  private static List<int[]> furthest(List<String> a, List<String> b) {
    int most = a.size() + b.size();
    List<int[]> all = new ArrayList<>();
    int[] v = new int[2 * most + 3];
    int middle = most + 1;
    for (int d = 0; d <= most; d++) {
      for (int k = -d; k <= d; k += 2) {
        boolean down = k == -d || k != d && v[middle + k - 1] < v[middle + k + 1];
        int x = d == 0 ? 0 : down ? v[middle + k + 1] : v[middle + k - 1] + 1;
        while (x < a.size() && x - k < b.size() && a.get(x).equals(b.get(x - k))) {
          x++;
        }
        v[middle + k] = x;
        if (x >= a.size() && x - k >= b.size()) {
          all.add(v.clone());
          return centred(all, middle);
        }
      }
      all.add(v.clone());
    }
    return centred(all, middle);
  }

  /** The same with the diagonal 0 in the middle of arrays that are as long as need be. */
  private static List<int[]> centred(List<int[]> all, int middle) {
    int width = all.size();
    return all.stream()
        .map(v -> {
          int[] centred = new int[2 * width + 1];
          for (int k = -width; k <= width; k++) {
            int at = middle + k;
            centred[k + width] = at >= 0 && at < v.length ? v[at] : 0;
          }
          return centred;
        })
        .toList();
  }
}
