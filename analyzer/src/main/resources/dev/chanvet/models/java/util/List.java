package java.util;

import dev.chanvet.model.ElementList;
import java.util.function.UnaryOperator;

/** A list. Kept: elements and order. Lost: that some lists cannot be changed or hold no null. */
public interface List<E> extends SequencedCollection<E> {
  static <E> List<E> of(E... elements) {
    List<E> list = new ElementList<>();
    for (E element : elements) {
      list.add(element);
    }
    return list;
  }

  static <E> List<E> copyOf(Collection<? extends E> values) {
    return new ElementList<>(values);
  }

  E get(int index);

  E set(int index, E value);

  void add(int index, E value);

  boolean addAll(int index, Collection<? extends E> values);

  E remove(int index);

  int indexOf(Object value);

  int lastIndexOf(Object value);

  void replaceAll(UnaryOperator<E> operator);

  void sort(Object order);

  ListIterator<E> listIterator();

  ListIterator<E> listIterator(int index);

  List<E> subList(int from, int to);

  List<E> reversed();
}
