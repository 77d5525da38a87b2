package dev.chanvet.analyzer.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What one scan of a file tells without a parse.
 *
 * @param packageName empty for the unnamed package
 * @param imports the qualified names imported, {@code .*} included
 * @param types the simple names of its top-level types
 * @param words all identifiers, comments and literals excepted
 * @param signatureWords those outside of the bodies of methods: what its members' declarations name
 * @param heads those in the headings of types: what its types extend
 */
record Outline(
    String packageName,
    List<String> imports,
    List<String> types,
    Set<String> words,
    Set<String> signatureWords,
    Set<String> heads) {

  static Outline of(String text) {
    return new Scan().run(new Tokens(text));
  }

  /** Whether the file can mean {@code packageName.typeName} by that simple name. */
  boolean sees(String typePackage, String typeName) {
    if (packageName.equals(typePackage)) {
      return true;
    }
    String qualified = typePackage.isEmpty() ? typeName : typePackage + "." + typeName;
    for (String imported : imports) {
      if (imported.startsWith(qualified)
              && (imported.length() == qualified.length()
                  || imported.charAt(qualified.length()) == '.')
          || imported.equals(typePackage + ".*")) {
        return true;
      }
    }
    return false;
  }

  /** Whether it declares a type that is made to be extended. */
  boolean isOpen() {
    return words.contains("interface") || words.contains("abstract") || words.contains("sealed");
  }

  private static final class Scan {
    private String packageName = "";
    private final List<String> imports = new ArrayList<>();
    private final List<String> types = new ArrayList<>();
    private final Set<String> words = new HashSet<>();
    private final Set<String> signatureWords = new HashSet<>();
    private final Set<String> heads = new HashSet<>();
    private final Deque<Boolean> bracesOfTypes = new ArrayDeque<>();
    private int bodies;
    private boolean headsType;
    private boolean namesType;

    Outline run(Tokens tokens) {
      while (tokens.next()) {
        switch (tokens.symbol()) {
          case Tokens.WORD -> word(tokens);
          case '{' -> open();
          case '}' -> close();
          case ';' -> headsType = false;
          default -> {}
        }
      }
      return new Outline(packageName, imports, types, words, signatureWords, heads);
    }

    private void word(Tokens tokens) {
      String word = tokens.word();
      boolean atTop = bracesOfTypes.isEmpty();
      if (atTop && !headsType && word.equals("package")) {
        packageName = dotted(tokens);
      } else if (atTop && !headsType && word.equals("import")) {
        imports.add(dotted(tokens));
      } else {
        if (headsType) {
          heads.add(word);
        }
        nameOf(word, atTop);
        words.add(word);
        if (bodies == 0) {
          signatureWords.add(word);
        }
      }
    }

    private void nameOf(String word, boolean atTop) {
      if (namesType) {
        if (atTop) {
          types.add(word);
        }
        headsType = true;
        namesType = false;
      } else if (!headsType) {
        namesType =
            switch (word) {
              case "class", "interface", "enum" -> true;
              case "record" -> atTop || bodies == 0;
              default -> false;
            };
      }
    }

    /** A name up to its semicolon, its words remembered. */
    private String dotted(Tokens tokens) {
      StringBuilder name = new StringBuilder();
      while (tokens.next() && tokens.symbol() != ';' && tokens.symbol() != '{') {
        if (tokens.symbol() == Tokens.WORD && !tokens.is("static")) {
          words.add(tokens.word());
          name.append(tokens.word());
        } else if (tokens.symbol() == '.' || tokens.symbol() == '*') {
          name.append(tokens.symbol());
        }
      }
      return name.toString();
    }

    private void open() {
      bracesOfTypes.push(headsType);
      bodies += headsType ? 0 : 1;
      headsType = false;
    }

    private void close() {
      if (!bracesOfTypes.isEmpty() && !bracesOfTypes.pop()) {
        bodies--;
      }
      headsType = false;
    }
  }
}
