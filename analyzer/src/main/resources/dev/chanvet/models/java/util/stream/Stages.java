package java.util.stream;

import dev.chanvet.model.Machine;
import java.util.Iterator;

/** The steps that streams are made of. Kept: which element is asked for when. */
final class Stages {
  private Stages() {}

  /** The results of a function. */
  static final class Mapped extends Stage {
    private final Iterator source;
    private final Object function;

    Mapped(Iterator source, Object function) {
      this.source = source;
      this.function = function;
    }

    boolean advance() {
      if (!source.hasNext()) {
        return false;
      }
      current = Machine.call(function, source.next());
      return true;
    }
  }

  /** The elements that pass a test; none after the first that fails, if {@code first} says so. */
  static final class Filtered extends Stage {
    private final Iterator source;
    private final Object condition;
    private final boolean first;
    private boolean ended;

    Filtered(Iterator source, Object condition, boolean first) {
      this.source = source;
      this.condition = condition;
      this.first = first;
    }

    boolean advance() {
      while (!ended && source.hasNext()) {
        current = source.next();
        if ((boolean) Machine.call(condition, current)) {
          return true;
        }
        ended = first;
      }
      return false;
    }
  }

  /** At most so many elements. */
  static final class Limited extends Stage {
    private final Iterator source;
    private long rest;

    Limited(Iterator source, long rest) {
      this.source = source;
      this.rest = rest;
    }

    boolean advance() {
      if (rest <= 0 || !source.hasNext()) {
        return false;
      }
      rest--;
      current = source.next();
      return true;
    }
  }

  /** The elements without the first ones: so many, or those that pass a test. */
  static final class Skipped extends Stage {
    private final Iterator source;
    private final Object condition;
    private long rest;
    private boolean dropping = true;

    Skipped(Iterator source, long rest, Object condition) {
      this.source = source;
      this.rest = rest;
      this.condition = condition;
    }

    boolean advance() {
      while (source.hasNext()) {
        current = source.next();
        if (dropping) {
          dropping = condition == null ? rest > 0 : (boolean) Machine.call(condition, current);
          rest--;
        }
        if (!dropping) {
          return true;
        }
      }
      return false;
    }
  }

  /** The elements of the streams that a function makes. */
  static final class Flat extends Stage {
    private final Iterator source;
    private final Object function;
    private Iterator inner;

    Flat(Iterator source, Object function) {
      this.source = source;
      this.function = function;
    }

    boolean advance() {
      while (inner == null || !inner.hasNext()) {
        if (!source.hasNext()) {
          return false;
        }
        Stream stream = (Stream) Machine.call(function, source.next());
        inner = stream == null ? null : stream.iterator();
      }
      current = inner.next();
      return true;
    }
  }

  /**
   * A seed and what a function makes of it again and again, while a test passes, if there is one.
   */
  static final class Iterated extends Stage {
    private final Object condition;
    private final Object function;
    private boolean begun;

    Iterated(Object seed, Object condition, Object function) {
      this.current = seed;
      this.condition = condition;
      this.function = function;
    }

    boolean advance() {
      if (begun) {
        current = Machine.call(function, current);
      }
      begun = true;
      return condition == null || (boolean) Machine.call(condition, current);
    }
  }

  /** The whole numbers from one to another, without it. */
  static final class Range extends Stage {
    private final long end;
    private long number;

    Range(long start, long end) {
      this.number = start;
      this.end = end;
    }

    boolean advance() {
      if (number >= end) {
        return false;
      }
      current = number;
      number++;
      return true;
    }
  }

  /** One stream after another. */
  static final class Joined extends Stage {
    private final Iterator first;
    private final Iterator second;

    Joined(Iterator first, Iterator second) {
      this.first = first;
      this.second = second;
    }

    boolean advance() {
      Iterator source = first.hasNext() ? first : second;
      if (!source.hasNext()) {
        return false;
      }
      current = source.next();
      return true;
    }
  }
}
