package java.util.concurrent;

/** Makes threads. Kept: everything. */
public interface ThreadFactory {
  Thread newThread(Runnable task);
}
