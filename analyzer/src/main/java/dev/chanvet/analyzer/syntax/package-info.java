/**
 * Parsed source and its names.
 *
 * <p>In: {@link dev.chanvet.analyzer.source.SourceFile}s. Out: {@link
 * dev.chanvet.analyzer.syntax.SourceUnit}s (JavaParser trees with exact ranges) and a {@link
 * dev.chanvet.analyzer.syntax.TypeIndex} that answers what a name means: {@code Map.Entry} in a
 * file that imports {@code java.util.*} is {@code java.util.Map.Entry}. Types that have a model are
 * read from the analyzer's resources when somebody asks for them, and not before. Never done here:
 * typing of expressions, lowering, and guessing: a name that nothing declares stays unknown.
 */
@NullMarked
package dev.chanvet.analyzer.syntax;

import org.jspecify.annotations.NullMarked;
