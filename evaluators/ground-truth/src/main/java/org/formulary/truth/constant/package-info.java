/**
 * Real constants, named or by formula, to any number of digits. {@link
 * org.formulary.truth.constant.Constants} is the entry.
 *
 * <pre>{@code
 * Constant catalan = Constants.find("catalan").orElseThrow();
 * BigDecimal digits = catalan.digits(10_000);
 * }</pre>
 */
package org.formulary.truth.constant;
