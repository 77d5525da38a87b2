/**
 * Parsed source to the intermediate representation: one file a construct of the language.
 *
 * <p>In: {@link dev.chanvet.analyzer.source.SourceFile}s. Out: a {@link
 * dev.chanvet.analyzer.ir.Program} with the functions of those files and of every model they name.
 * Never done here: overload resolution and dispatch, which the values decide when the program runs;
 * anything about channels, which are library classes like any other.
 *
 * <p>What is not tracked (floating point, text, bit tricks) still evaluates its operands for their
 * effects and yields an unknown value. What cannot be lowered becomes an unknown value, a
 * diagnostic and the mark {@code partial} on its function: nothing may be claimed that rests on
 * something being absent from it.
 *
 * <p>{@link dev.chanvet.analyzer.lower.Lowering} is the entry; a {@code FunctionLowering} holds
 * what the pieces share while one function is lowered: its code, its variables and the way to
 * {@code this}.
 */
@NullMarked
package dev.chanvet.analyzer.lower;

import org.jspecify.annotations.NullMarked;
