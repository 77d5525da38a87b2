package java.util.concurrent;

/** A task with a result. Kept: everything. */
public abstract class RecursiveTask<V> extends ForkJoinTask<V> {
  protected abstract V compute();

  protected V execute() {
    return compute();
  }
}
