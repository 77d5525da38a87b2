/** Tests of what becomes of findings: sorting, fingerprints, suppressions. */
@NullMarked
package dev.chanvet.analyzer.finding;

import org.jspecify.annotations.NullMarked;
