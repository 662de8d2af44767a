/**
 * Conservative matrix fields: matrices on a lattice whose product along a path depends on its ends
 * alone, so that one constant has a fraction in every direction. {@link
 * org.formulary.continuedfractions.field.FieldSearch} finds fields of constants among families of
 * pairs, {@link org.formulary.continuedfractions.field.DirectionSearch} the best directions of one,
 * {@link org.formulary.continuedfractions.field.HypergeometricSearch} those of hypergeometric
 * functions, {@link org.formulary.continuedfractions.field.FormSearch} constants by walks of any
 * rank.
 *
 * <pre>{@code
 * Pair pair = Pair.parse("x + y", "x - y");
 * if (pair.check() instanceof Pair.Conservative c) {
 *   Trajectory diagonal = Trajectory.of(c.field(), List.of(1, 1), List.of(1, 1));
 *   DerivedFraction.of(diagonal); // a = 6*n + 3, b = -n^2
 *   Asymptotics.of(diagonal, 2000).delta(); // 0.2761
 * }
 * }</pre>
 */
package org.formulary.continuedfractions.field;
