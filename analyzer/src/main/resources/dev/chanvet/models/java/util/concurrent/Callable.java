package java.util.concurrent;

/** A task with a result. Kept: everything. */
public interface Callable<V> {
  V call() throws Exception;
}
