package dev.chanvet.runtime;

/** What a goroutine does. It may throw: see {@link Go#run} for what becomes of it. */
@FunctionalInterface
public interface GoBody {
  /** Does it. */
  void run() throws Exception;
}
