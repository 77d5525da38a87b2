package java.util.concurrent;

/** Runs tasks. Kept: everything; the classes have the bodies. */
public interface Executor {
  void execute(Runnable task);
}
