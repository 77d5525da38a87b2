package java.util;

/**
 * The pairs that go by the name of a map. Kept: key and value. Lost: maps that users build on it.
 */
public abstract class AbstractMap<K, V> {
  /** A key and a value that can be set. */
  public static class SimpleEntry<K, V> implements Map.Entry<K, V> {
    private final K key;
    private V value;

    public SimpleEntry(K key, V value) {
      this.key = key;
      this.value = value;
    }

    public K getKey() {
      return key;
    }

    public V getValue() {
      return value;
    }

    public V setValue(V value) {
      V before = this.value;
      this.value = value;
      return before;
    }
  }

  /** A key and a value that cannot be set. */
  public static class SimpleImmutableEntry<K, V> extends SimpleEntry<K, V> {
    public SimpleImmutableEntry(K key, V value) {
      super(key, value);
    }
  }
}
