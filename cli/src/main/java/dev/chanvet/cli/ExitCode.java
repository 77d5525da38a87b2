package dev.chanvet.cli;

/** What the process says when it ends. */
public final class ExitCode {
  /** No finding at or above {@code --fail-on}. */
  public static final int CLEAN = 0;

  /** At least one finding at or above {@code --fail-on}. */
  public static final int FINDINGS = 1;

  /** Wrong usage or configuration, an input that does not exist, or a fault of chanvet. */
  public static final int ERROR = 2;

  /** With {@code --strict}: something was not analysed, and what was has no findings. */
  public static final int INCOMPLETE = 3;

  private ExitCode() {}
}
