/**
 * The JUnit 5 side of {@link dev.chanvet.runtime.LeakCheck}. Needs JUnit Jupiter on the path, as a
 * test has.
 */
@NullMarked
package dev.chanvet.runtime.junit;

import org.jspecify.annotations.NullMarked;
