package dev.chanvet.runtime;

/** What a goroutine runs. Kept: everything. */
public interface GoBody {
  void run() throws Exception;
}
