/**
 * What classical approximation theory offers for a function on an interval: Taylor, Chebyshev, Padé
 * and minimax forms as programs, by Horner's scheme and by those with fewer operations, to be shown
 * beside a searched front. Entry: {@link org.formulary.approximation.classical.ClassicalBaselines}.
 *
 * <pre>{@code
 * Symmetry symmetry = Symmetry.of(function, interval);
 * List<Baseline> baselines =
 *     ClassicalBaselines.study(new Subject(table, interval, ErrorKind.RELATIVE, symmetry), 14)
 *         .baselines();
 * }</pre>
 */
package org.formulary.approximation.classical;
