package dev.chanvet.analyzer.syntax;

import dev.chanvet.analyzer.source.ByteReader;
import dev.chanvet.analyzer.source.ByteWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a first look at a file tells, without a parse.
 *
 * @param whole whether it mentions a package that is about channels only
 * @param part whether it mentions one of the types of other packages at which goroutines meet
 * @param outline null if nobody needed it
 */
record Glance(boolean whole, boolean part, @Nullable Outline outline) {

  /** A glance begins with so many; the last says whether there is an outline. */
  private static final int FLAGS = 3;

  /** The bytes of a glance, whose words join the vocabulary. */
  byte[] toBytes(Vocabulary words) {
    ByteWriter out = new ByteWriter();
    out.flag(whole);
    out.flag(part);
    out.flag(outline != null);
    if (outline != null) {
      out.number(words.add(outline.packageName()));
      list(outline.imports(), words, out);
      list(outline.types(), words, out);
      set(outline.words(), words, out);
      set(outline.signatureWords(), words, out);
      set(outline.heads(), words, out);
    }
    return out.toBytes();
  }

  private static void list(List<String> some, Vocabulary words, ByteWriter out) {
    out.number(some.size());
    some.forEach(word -> out.number(words.add(word)));
  }

  private static void set(Collection<String> some, Vocabulary words, ByteWriter out) {
    int[] numbers = words.addAll(some);
    out.number(numbers.length);
    for (int number : numbers) {
      out.number(number);
    }
  }

  /** Reads a glance; what is none ends in an exception. */
  static Glance read(byte[] bytes, Vocabulary words) {
    ByteReader in = new ByteReader(bytes);
    boolean whole = in.flag();
    boolean part = in.flag();
    Outline outline = in.flag() ? outline(in, words) : null;
    if (!in.atEnd()) {
      throw new IllegalStateException("no glance");
    }
    return new Glance(whole, part, outline);
  }

  /** Whether there is an outline in the bytes of a glance, which may be broken. */
  static boolean hasOutline(byte[] bytes) {
    return bytes.length > FLAGS && bytes[FLAGS - 1] != 0;
  }

  private static Outline outline(ByteReader in, Vocabulary words) {
    return new Outline(
        words.word(in.number()),
        list(in, words),
        list(in, words),
        set(in, words),
        set(in, words),
        set(in, words));
  }

  private static List<String> list(ByteReader in, Vocabulary words) {
    int size = in.number();
    List<String> list = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      list.add(words.word(in.number()));
    }
    return list;
  }

  private static WordSet set(ByteReader in, Vocabulary words) {
    int[] numbers = new int[in.number()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = in.number();
    }
    return new WordSet(words, numbers);
  }
}
