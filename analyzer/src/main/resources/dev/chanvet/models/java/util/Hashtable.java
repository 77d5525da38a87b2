package java.util;

import dev.chanvet.model.Entries;

/** A map. Kept: keys and values. Lost: its lock; each operation is one step. */
public class Hashtable<K, V> extends Entries<K, V> {
  public Hashtable() {}

  public Hashtable(int capacity) {}

  public Hashtable(Map<? extends K, ? extends V> map) {
    super(map);
  }
}
