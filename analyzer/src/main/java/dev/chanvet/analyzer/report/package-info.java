/**
 * The shapes in which a result is shown: for people, for editors, for build servers.
 *
 * <p>In: an {@link dev.chanvet.analyzer.finding.AnalysisResult}. Out: text. Never done here:
 * deciding what is a finding; this package knows neither rules nor programs.
 *
 * <pre>{@code
 * Report report = Format.SARIF.report();
 * report.write(result, new ReportContext(rules, root, "0.1.0", false), out);
 * }</pre>
 */
@NullMarked
package dev.chanvet.analyzer.report;

import org.jspecify.annotations.NullMarked;
