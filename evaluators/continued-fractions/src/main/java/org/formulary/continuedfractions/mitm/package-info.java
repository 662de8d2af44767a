/**
 * Polynomial fractions met in the middle: their values in a table of images of a constant. {@link
 * org.formulary.continuedfractions.mitm.MitmSweep} is the entry.
 */
package org.formulary.continuedfractions.mitm;
