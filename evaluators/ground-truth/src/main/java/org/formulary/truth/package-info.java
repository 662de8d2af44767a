/**
 * What evaluation is judged by: targets, their reference values, and the measures of error. {@link
 * org.formulary.truth.Targets} is the entry.
 *
 * <pre>{@code
 * Target target = Targets.named("exp2");
 * TargetCheck check =
 *     new TargetCheck("target", target.function(), target.interval(), target.errorKind());
 * TargetCheck.Passed passed = check.run(ReferenceTables.in(directory, 2), 256, Progress.NONE);
 * List<BigDecimal> values = passed.table().values();
 * }</pre>
 */
package org.formulary.truth;
