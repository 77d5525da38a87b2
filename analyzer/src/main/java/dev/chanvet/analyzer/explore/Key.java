package dev.chanvet.analyzer.explore;

import java.util.Arrays;

/** What distinguishes a state from all others: equal keys mean states that behave alike. */
final class Key {
  private final int[] words;
  private final int hash;

  private Key(int[] words) {
    this.words = words;
    this.hash = Arrays.hashCode(words);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Key that && hash == that.hash && Arrays.equals(words, that.words);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /** Collects words. */
  static final class Builder implements Comparable<Builder> {
    private int[] words = new int[64];
    private int size;

    Builder add(int word) {
      if (size == words.length) {
        words = Arrays.copyOf(words, size * 2);
      }
      words[size++] = word;
      return this;
    }

    Builder add(boolean flag) {
      return add(flag ? 1 : 0);
    }

    Builder add(long number) {
      return add((int) (number >>> 32)).add((int) number);
    }

    Key build() {
      return new Key(Arrays.copyOf(words, size));
    }

    @Override
    public int compareTo(Builder that) {
      return Arrays.compare(words, 0, size, that.words, 0, that.size);
    }
  }
}
