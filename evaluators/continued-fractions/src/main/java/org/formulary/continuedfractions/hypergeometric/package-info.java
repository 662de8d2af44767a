/**
 * Closed forms of fractions of low degrees, as quotients of hypergeometric functions: {@link
 * org.formulary.continuedfractions.hypergeometric.ClosedForm#of}.
 */
package org.formulary.continuedfractions.hypergeometric;
