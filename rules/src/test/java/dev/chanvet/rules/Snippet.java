package dev.chanvet.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of Java in a rule's documentation.
 *
 * @param wrong whether it shows the misuse rather than how to avoid it
 * @param code statements, or methods
 */
record Snippet(boolean wrong, String code) {
  private static final Pattern FENCE =
      Pattern.compile("```java (wrong|right)\\n(.*?)\\n```", Pattern.DOTALL);
  private static final Pattern METHOD = Pattern.compile("[A-Z][\\w<>]* \\w+\\([^)]*\\) \\{.*");

  private static final String FRAME =
      """
      package example;

      import static dev.chanvet.runtime.Go.go;
      import static dev.chanvet.runtime.Select.otherwise;
      import static dev.chanvet.runtime.Select.receive;
      import static dev.chanvet.runtime.Select.select;
      import static dev.chanvet.runtime.Select.send;
      import static dev.chanvet.runtime.Select.timeout;

      import dev.chanvet.runtime.*;
      import java.time.Duration;
      import java.time.Instant;
      import java.util.*;
      import java.util.concurrent.*;
      import java.util.concurrent.locks.*;

      public class Example {
        private final Lock lock = new ReentrantLock();
        private final Condition ready = lock.newCondition();
        private boolean isReady;

        %s
      }
      """;

  private static final String MAIN =
      """
      public static void main(String[] arguments) throws Exception {
        new Example().example();
      }

      """;

  /** The snippets of a rule's documentation, in order. */
  static List<Snippet> in(String doc) {
    List<Snippet> snippets = new ArrayList<>();
    Matcher matcher = FENCE.matcher(doc);
    while (matcher.find()) {
      snippets.add(new Snippet(matcher.group(1).equals("wrong"), matcher.group(2)));
    }
    return snippets;
  }

  /** A source file around it. */
  String source() {
    boolean methods = METHOD.matcher(code.lines().findFirst().orElse("")).matches();
    return FRAME.formatted(
        methods ? code : MAIN + "Object example() throws Exception {\n" + code + "\n}");
  }
}
