package java.util;

import dev.chanvet.model.Entries;

/** A map with weak keys. Kept: keys and values. Lost: that keys vanish. */
public class WeakHashMap<K, V> extends Entries<K, V> {
  public WeakHashMap() {}

  public WeakHashMap(int capacity) {}

  public WeakHashMap(Map<? extends K, ? extends V> map) {
    super(map);
  }
}
