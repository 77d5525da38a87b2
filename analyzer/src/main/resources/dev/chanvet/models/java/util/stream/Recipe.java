package java.util.stream;

import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** A collector made of its three functions. Kept: everything. */
record Recipe<T, A, R>(Supplier<A> supplier, BiConsumer<A, T> accumulator, Function<A, R> finisher)
    implements Collector<T, A, R> {}
