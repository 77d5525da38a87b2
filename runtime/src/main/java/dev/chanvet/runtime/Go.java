package dev.chanvet.runtime;

import dev.chanvet.runtime.internal.Observation;
import dev.chanvet.runtime.internal.RunningGoroutine;
import dev.chanvet.runtime.internal.Runs;
import dev.chanvet.runtime.internal.Unreachable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Starts goroutines. Meant for static import: {@code go(() -> ...)} reads as Go's {@code go func()
 * {...}()}.
 *
 * <p>A goroutine belongs to the {@link #run} in which it was started, directly or by another
 * goroutine of it. Goroutines started outside of any run belong to nobody: what they do not catch
 * goes to the default handler of uncaught exceptions, or to the standard error stream, and nobody
 * looks for deadlocks among them.
 */
public final class Go {
  private static final int GO_EXIT_CODE = 2;

  private Go() {}

  /**
   * Starts a goroutine that runs {@code body}: Go's {@code go} statement. Where hundreds that have
   * been started have not begun to run yet, the goroutine that calls this now and then lets them go
   * first.
   */
  public static Goroutine go(GoBody body) {
    return RunningGoroutine.start(null, body, body.getClass());
  }

  /** Starts a goroutine with a name, which stands in dumps beside its id. */
  public static Goroutine go(String name, GoBody body) {
    return RunningGoroutine.start(name, body, body.getClass());
  }

  /**
   * Runs {@code main} as goroutine 1, as Go runs {@code main.main}, and waits until it returns.
   * Then the goroutines that are left are interrupted (in Go the process would be gone) and given a
   * tenth of a second to end.
   *
   * <p>If every goroutine is asleep in an operation of this package and nothing can wake one (no
   * timer is set for it, no thread outside could act), this throws {@link DeadlockException}.
   * Goroutines that sleep, wait for a lock or for input are not asleep in this sense.
   *
   * @throws DeadlockException if no goroutine can ever move again
   * @throws GoroutineException if another goroutine than main throws what it does not catch, or
   *     main throws a checked exception; an unchecked one of main comes as it is. {@link
   *     InterruptedException} is how a goroutine obeys an interrupt, and is no failure
   */
  public static void run(GoBody main) {
    Runs.run(main, false);
  }

  /**
   * As {@link #run}, and reports what main left behind.
   *
   * @return the goroutines that were there when main returned, as they were before they were
   *     interrupted
   */
  public static List<GoroutineSnapshot> runAndReport(GoBody main) {
    return Runs.run(main, true);
  }

  /**
   * Runs {@code main} as {@link #run} does, for use in a {@code main} method: a deadlock or an
   * uncaught exception is printed as Go prints it, and the JVM exits with Go's code 2.
   */
  public static void main(GoBody main) {
    try {
      run(main);
    } catch (DeadlockException e) {
      System.err.println("fatal error: " + e.getMessage());
      System.exit(GO_EXIT_CODE);
    } catch (RuntimeException | Error e) {
      e.printStackTrace();
      System.exit(GO_EXIT_CODE);
    }
  }

  /** Returns the current goroutine, or null if this thread is none. */
  public static @Nullable Goroutine current() {
    return RunningGoroutine.currentOrNull();
  }

  /** Returns all goroutines of the JVM, run by run, in the order of their ids. */
  public static List<GoroutineSnapshot> goroutines() {
    return Observation.snapshots(Observation.goroutines());
  }

  /**
   * Returns the goroutines that can never move again, whatever the others do: they sleep in an
   * operation of this package, and nothing that is alive leads to what they wait for, or to them.
   * Their {@code finally} blocks will never run.
   *
   * <p>The garbage collector says which they are, so none is told that could still move, and none
   * is told twice: they and what they held are gone by then. Costs a collection of the whole heap
   * and a look at the stack of each goroutine that sleeps; meanwhile deadlocks are not looked for.
   * Goroutine 1 of a {@link #run}, which somebody waits for, is never told.
   *
   * @throws UnsupportedOperationException if the JVM was started without {@code
   *     -Djdk.trackAllThreads=false}: it holds every virtual thread itself then; or if it does not
   *     obey {@link System#gc}
   */
  public static List<GoroutineSnapshot> unreachable() {
    return Unreachable.find();
  }

  /** Returns a dump of all goroutines of the JVM in Go's form. */
  public static String dump() {
    return GoroutineSnapshot.format(goroutines());
  }
}
