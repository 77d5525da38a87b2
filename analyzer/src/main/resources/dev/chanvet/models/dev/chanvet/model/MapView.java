package dev.chanvet.model;

/**
 * The keys, values or entries of a map. Kept: what is removed here leaves the map. Lost: entries
 * added to the map later.
 */
final class MapView<T> extends ElementSet<T> {
  private final Entries<?, ?> map;

  MapView(Entries<?, ?> map, Object sequence) {
    this.map = map;
    this.elements = sequence;
  }

  protected T removeAt(int index) {
    T removed = Machine.at(elements, index);
    map.removeAt(index);
    if (elements != map.keys && elements != map.values) {
      Machine.remove(elements, index);
    }
    return removed;
  }

  public void clear() {
    map.clear();
    Machine.clear(elements);
  }
}
