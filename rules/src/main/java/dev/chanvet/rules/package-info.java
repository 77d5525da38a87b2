/**
 * What counts as channel misuse: one rule a file, in packages named after the kind of harm.
 *
 * <p>In: a program that was explored. Out: findings, each with its reason and, where there is one,
 * the witness that reaches it. Never done here: parsing, exploring, printing.
 */
@NullMarked
package dev.chanvet.rules;

import org.jspecify.annotations.NullMarked;
