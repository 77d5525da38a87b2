package dev.chanvet.analyzer.finding;

/** A finding that the code allows, and where it does so. */
public record AllowedFinding(Finding finding, Suppression suppression)
    implements Comparable<AllowedFinding> {
  @Override
  public int compareTo(AllowedFinding other) {
    return finding.compareTo(other.finding);
  }
}
