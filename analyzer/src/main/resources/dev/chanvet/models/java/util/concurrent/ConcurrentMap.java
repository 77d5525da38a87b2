package java.util.concurrent;

import java.util.Map;

/** A map for many goroutines. Kept: everything; the classes have the bodies. */
public interface ConcurrentMap<K, V> extends Map<K, V> {}
