/**
 * The domain {@code continued-fraction}. {@link
 * org.formulary.continuedfractions.ContinuedFractionDomain} is the entry.
 */
package org.formulary.continuedfractions;
