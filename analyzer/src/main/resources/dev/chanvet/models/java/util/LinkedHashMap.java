package java.util;

import dev.chanvet.model.Entries;

/**
 * A map. Kept: keys, values and their order. Lost: the order of access, the removal of the eldest.
 */
public class LinkedHashMap<K, V> extends Entries<K, V> {
  public LinkedHashMap() {}

  public LinkedHashMap(int capacity) {}

  public LinkedHashMap(int capacity, float load) {}

  public LinkedHashMap(int capacity, float load, boolean byAccess) {}

  public LinkedHashMap(Map<? extends K, ? extends V> map) {
    super(map);
  }
}
