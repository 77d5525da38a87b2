package dev.chanvet.analyzer.ir;

import dev.chanvet.analyzer.source.Site;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A method, constructor, lambda body or initializer as a control-flow graph.
 *
 * @param id unique in the program
 * @param kind what it was in the source
 * @param owner qualified name of the class that declares it
 * @param name the method's name; {@code <init>}, {@code <clinit>}; {@code lambda} for a lambda
 * @param self the register of {@code this}; null in static functions and in lambdas (a lambda
 *     captures its enclosing {@code this} as a parameter)
 * @param parameters in order; a lambda's captures come first
 * @param varargs whether the last parameter collects the remaining arguments into an array
 * @param modifiers {@code public}, {@code static}, {@code abstract}, ..., {@link #TEST} and its kin
 *     for a method annotated as a test or as what runs around tests, {@link #THROWS}, and {@code
 *     partial} for what is not lowered completely
 * @param registerCount size of a frame
 * @param blocks the first is the entry; empty for an abstract or native method
 * @param site the name in the declaration, or the whole lambda
 */
public record Function(
    FunctionId id,
    Kind kind,
    String owner,
    String name,
    @Nullable Register self,
    List<Parameter> parameters,
    boolean varargs,
    Set<String> modifiers,
    int registerCount,
    List<BasicBlock> blocks,
    Site site) {
  /** The modifier of a method annotated as a test. */
  public static final String TEST = "@Test";

  /** The modifier of a method that runs once before all tests of its class. */
  public static final String BEFORE_ALL = "@BeforeAll";

  /** The modifier of a method that runs before each test. */
  public static final String BEFORE_EACH = "@BeforeEach";

  /** The modifier of a method that runs after each test. */
  public static final String AFTER_EACH = "@AfterEach";

  /** The modifier of one that declares to throw more than {@code InterruptedException}. */
  public static final String THROWS = "throws";

  /** What a function was in the source. */
  public enum Kind {
    METHOD,
    CONSTRUCTOR,
    LAMBDA,
    /**
     * All static initializers and static field initializers of a class, in order: {@code <clinit>}.
     */
    STATIC_INITIALIZER
  }

  /**
   * A parameter and its declared type.
   *
   * @param site its name in the declaration; null for what the source does not declare, such as
   *     what a lambda captures
   */
  public record Parameter(Register register, TypeRef type, @Nullable Site site) {
    /** A parameter that the source does not declare. */
    public Parameter(Register register, TypeRef type) {
      this(register, type, null);
    }
  }

  public Function {
    parameters = List.copyOf(parameters);
    modifiers = Set.copyOf(modifiers);
    blocks = List.copyOf(blocks);
  }

  /** Whether the function has a body. */
  public boolean hasBody() {
    return !blocks.isEmpty();
  }

  /** Whether it needs no receiver. */
  public boolean isStatic() {
    return self == null;
  }

  /**
   * Whether some of it could not be read or lowered: what it seems to lack, it may have. Nothing
   * that rests on absence ("never closed", "no receiver") can be claimed from it.
   */
  public boolean isPartial() {
    return modifiers.contains("partial");
  }

  /** Whether code outside the program can call it by name. */
  public boolean isPublic() {
    return modifiers.contains("public");
  }
}
