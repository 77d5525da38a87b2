package java.util.stream;

import dev.chanvet.model.ArrayIterator;
import dev.chanvet.model.Machine;
import java.util.Iterator;

/**
 * What parallel streams do: a goroutine for each element. Kept: that they may run at once, and that
 * all end before the stream does.
 */
final class Parallel {
  private Parallel() {}

  static void run(Iterator source, Object action) {
    mapped(source, action).hasNext();
  }

  static Stage mapped(Iterator source, Object function) {
    return new Results(source, function);
  }

  /** The results, which are computed when the first is asked for. */
  private static final class Results extends Stage {
    private final Iterator source;
    private final Object function;
    private Iterator results;

    Results(Iterator source, Object function) {
      this.source = source;
      this.function = function;
    }

    boolean advance() {
      if (results == null) {
        results = compute();
      }
      if (!results.hasNext()) {
        return false;
      }
      current = results.next();
      return true;
    }

    private Iterator compute() {
      Object values = Machine.sequence();
      Object running = Machine.counter(0);
      while (source.hasNext()) {
        Object element = source.next();
        int index = Machine.length(values);
        Machine.append(values, null);
        Machine.add(running, 1);
        Machine.spawn(() -> {
          try {
            Machine.put(values, index, Machine.call(function, element));
          } finally {
            Machine.add(running, -1);
          }
        });
      }
      await(running);
      return new ArrayIterator(values);
    }

    private static void await(Object running) {
      try {
        Machine.awaitZero(running);
      } catch (InterruptedException e) {
        await(running);
        Machine.interrupt(Machine.self());
      }
    }
  }
}
