package java.util.function;

/**
 * A function from two objects to an object of their type. Kept: everything but the operators that
 * compare.
 */
public interface BinaryOperator<T> extends BiFunction<T, T, T> {}
