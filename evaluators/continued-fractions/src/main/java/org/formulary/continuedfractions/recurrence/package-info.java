/**
 * Linear recurrences with polynomial coefficients, and how fast their solutions grow.
 *
 * <pre>{@code
 * LinearRecurrence r = LinearRecurrence.ofColumn(numerators, 2).orElseThrow();
 * r.sizes().getFirst(); // n!^3 33.97^n
 * }</pre>
 */
package org.formulary.continuedfractions.recurrence;
