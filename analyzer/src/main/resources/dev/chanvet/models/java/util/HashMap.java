package java.util;

import dev.chanvet.model.Entries;

/** A map. Kept: keys and values. Lost: their order, which is that of insertion. */
public class HashMap<K, V> extends Entries<K, V> {
  public HashMap() {}

  public HashMap(int capacity) {}

  public HashMap(int capacity, float load) {}

  public HashMap(Map<? extends K, ? extends V> map) {
    super(map);
  }
}
