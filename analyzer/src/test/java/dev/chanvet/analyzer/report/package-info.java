/** Tests of every report on the same results: against goldens, schemas and parsers. */
@NullMarked
package dev.chanvet.analyzer.report;

import org.jspecify.annotations.NullMarked;
