/**
 * What classical approximation theory offers for a function on an interval: Taylor, Chebyshev, Padé
 * and minimax forms as programs, to be shown beside a searched front. Entry: {@link
 * org.formulary.approximation.classical.ClassicalBaselines}.
 *
 * <pre>{@code
 * List<Baseline> baselines = ClassicalBaselines.of(table, interval, ErrorKind.RELATIVE, 14);
 * }</pre>
 */
package org.formulary.approximation.classical;
