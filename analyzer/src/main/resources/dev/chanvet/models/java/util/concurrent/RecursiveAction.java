package java.util.concurrent;

/** A task without a result. Kept: everything. */
public abstract class RecursiveAction extends ForkJoinTask<Void> {
  protected abstract void compute();

  protected Void execute() {
    compute();
    return null;
  }
}
