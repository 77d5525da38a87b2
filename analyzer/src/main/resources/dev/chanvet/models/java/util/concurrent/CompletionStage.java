package java.util.concurrent;

/**
 * A step of an asynchronous computation. Kept: everything; {@link CompletableFuture} has the
 * bodies.
 */
public interface CompletionStage<T> {
  CompletableFuture<T> toCompletableFuture();
}
