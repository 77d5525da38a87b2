package java.util.concurrent;

/** A scheduled task and its result. Kept: everything but the delay. */
public interface ScheduledFuture<V> extends Future<V> {}
