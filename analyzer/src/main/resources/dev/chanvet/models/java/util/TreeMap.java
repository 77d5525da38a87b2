package java.util;

import dev.chanvet.model.Entries;
import dev.chanvet.model.Order;

/** A sorted map. Kept: keys and values, and their order as far as it is known. Lost: parts of it. */
public class TreeMap<K, V> extends Entries<K, V> {
  private final Object order;

  public TreeMap() {
    this((Comparator<? super K>) null);
  }

  public TreeMap(Comparator<? super K> order) {
    this.order = order;
  }

  public TreeMap(Map<? extends K, ? extends V> map) {
    this((Comparator<? super K>) null);
    putAll(map);
  }

  public V put(K key, V value) {
    V before = super.put(key, value);
    Order.sort(keys, values, order);
    return before;
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
