/**
 * The files that are analysed, and places in them.
 *
 * <p>In: the paths of a command line. Out: a {@link dev.chanvet.analyzer.source.SourceTree} of
 * decoded files in a fixed order, and a {@link dev.chanvet.analyzer.source.Notification} for each
 * one that could not be read. Never done here: parsing.
 *
 * <pre>{@code
 * SourceTree tree = new SourceDiscovery(SourceDiscovery.DEFAULT_LIMIT).discover(List.of("src"));
 * for (SourceFile file : tree.mentioning(Set.of("dev.chanvet.runtime"))) {
 *   System.out.println(file.path() + ": " + file.lineCount() + " lines");
 * }
 * }</pre>
 */
@NullMarked
package dev.chanvet.analyzer.source;

import org.jspecify.annotations.NullMarked;
