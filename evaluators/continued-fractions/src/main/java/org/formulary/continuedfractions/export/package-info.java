/**
 * How what was found is written for other systems. {@link
 * org.formulary.continuedfractions.export.Language} is all of it.
 */
package org.formulary.continuedfractions.export;
