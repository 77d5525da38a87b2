package java.util.concurrent;

/** A task and its result. Kept: everything. */
public interface RunnableFuture<V> extends Runnable, Future<V> {}
