/**
 * What a rule is.
 *
 * <p>In: a rule's description. Out: the contract between the analysis and the rules. Never done
 * here: any particular rule.
 */
@NullMarked
package dev.chanvet.analyzer.rule;

import org.jspecify.annotations.NullMarked;
