package java.util;

import dev.chanvet.model.Entries;

/** A map by identity. Kept: keys and values. Lost: that equal keys differ. */
public class IdentityHashMap<K, V> extends Entries<K, V> {
  public IdentityHashMap() {}

  public IdentityHashMap(int capacity) {}

  public IdentityHashMap(Map<? extends K, ? extends V> map) {
    super(map);
  }
}
