/**
 * Fits of constants: least squares in binary64, minimax in double-double. Start with {@link
 * org.formulary.approximation.fit.LeastSquaresFit}.
 */
package org.formulary.approximation.fit;
