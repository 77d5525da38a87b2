package java.util;

import dev.chanvet.model.Entries;

/**
 * A sorted map. Kept: keys and values. Lost: their order, which is that of insertion; parts of it.
 */
public class TreeMap<K, V> extends Entries<K, V> {
  public TreeMap() {}

  public TreeMap(Comparator<? super K> order) {}

  public TreeMap(Map<? extends K, ? extends V> map) {
    super(map);
  }

  public K firstKey() {
    return keySet().iterator().next();
  }

  public Map.Entry<K, V> firstEntry() {
    return isEmpty() ? null : entrySet().iterator().next();
  }

  public Map.Entry<K, V> pollFirstEntry() {
    Map.Entry<K, V> first = firstEntry();
    if (first != null) {
      remove(first.getKey());
    }
    return first;
  }

  public K lastKey() {
    return lastEntry().getKey();
  }

  public Map.Entry<K, V> lastEntry() {
    Map.Entry<K, V> last = null;
    for (Map.Entry<K, V> entry : entrySet()) {
      last = entry;
    }
    return last;
  }

  public Map.Entry<K, V> pollLastEntry() {
    Map.Entry<K, V> last = lastEntry();
    if (last != null) {
      remove(last.getKey());
    }
    return last;
  }
}
