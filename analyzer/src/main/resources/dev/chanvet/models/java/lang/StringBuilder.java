package java.lang;

import dev.chanvet.model.Machine;

/** A text that grows. Kept: the text, as long as it is short and known. Lost: edits in its middle. */
public final class StringBuilder implements CharSequence, Comparable<StringBuilder> {
  private String text;

  public StringBuilder() {
    text = "";
  }

  public StringBuilder(int capacity) {
    text = "";
  }

  public StringBuilder(String start) {
    text = start;
  }

  public StringBuilder append(Object more) {
    text = text + more;
    return this;
  }

  public StringBuilder append(int more) {
    text = text + more;
    return this;
  }

  public StringBuilder append(Object more, int start, int end) {
    text = Machine.unknown();
    return this;
  }

  public StringBuilder insert(int offset, Object more) {
    text = offset == 0 ? more + text : Machine.unknown();
    return this;
  }

  public StringBuilder delete(int start, int end) {
    text = Machine.unknown();
    return this;
  }

  public StringBuilder deleteCharAt(int index) {
    text = Machine.unknown();
    return this;
  }

  public StringBuilder replace(int start, int end, String by) {
    text = Machine.unknown();
    return this;
  }

  public StringBuilder reverse() {
    text = Machine.unknown();
    return this;
  }

  public void setCharAt(int index, char by) {
    text = Machine.unknown();
  }

  public void setLength(int length) {
    text = length == 0 ? "" : Machine.unknown();
  }

  public int length() {
    return text.length();
  }

  public boolean isEmpty() {
    return text.isEmpty();
  }

  public String substring(int start) {
    return text.substring(start);
  }

  public String substring(int start, int end) {
    return text.substring(start, end);
  }

  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  public int compareTo(StringBuilder other) {
    return text.compareTo(other.text);
  }

  public int indexOf(String part) {
    return text.indexOf(part);
  }

  public char charAt(int index) {
    return text.charAt(index);
  }

  public String toString() {
    return text;
  }
}
