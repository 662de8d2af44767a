/**
 * Classes of equivalent fractions as niches of a search: {@link
 * org.formulary.continuedfractions.classes.FractionClass}.
 */
package org.formulary.continuedfractions.classes;
