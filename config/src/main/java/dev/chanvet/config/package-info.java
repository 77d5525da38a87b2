/**
 * The settings of a project: {@code chanvet.yml} in, a {@link dev.chanvet.config.Config} out.
 *
 * <p>In: a folder to start the search from, or a file; and the names of the rules, to tell a
 * misspelt one. Out: settings whose paths are absolute, or a {@link
 * dev.chanvet.config.ConfigException} that says in one line what is wrong and where. Never done
 * here: applying them. Compiled for Java 17, because the Maven plugin reads it too.
 *
 * <pre>{@code
 * Config config = ConfigFile.above(folder).map(file -> file.read(ruleIds)).orElse(Config.NONE);
 * }</pre>
 */
@NullMarked
package dev.chanvet.config;

import org.jspecify.annotations.NullMarked;
