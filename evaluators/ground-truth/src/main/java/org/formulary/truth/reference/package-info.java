/**
 * Reference values to any number of digits: the only package that uses Apfloat. {@link
 * org.formulary.truth.reference.RealFunction} is the entry.
 *
 * <pre>{@code
 * RealFunction f = RealFunction.parse("x/(exp(x)-1)");
 * BigDecimal y = f.value(BinaryRational.of(0.5), 40);
 * BinaryRational end = RealFunction.constant("pi/4");
 * }</pre>
 */
package org.formulary.truth.reference;
