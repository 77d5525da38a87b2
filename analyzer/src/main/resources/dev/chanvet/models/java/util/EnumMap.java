package java.util;

import dev.chanvet.model.Entries;

/** A map with enum keys. Kept: keys and values. */
public class EnumMap<K, V> extends Entries<K, V> {
  public EnumMap(Class<K> type) {}

  public EnumMap(Map<? extends K, ? extends V> map) {
    super(map);
  }
}
