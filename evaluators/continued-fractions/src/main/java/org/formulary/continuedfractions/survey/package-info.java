/**
 * Surveys of all fractions of a box: what becomes of each ({@link
 * org.formulary.continuedfractions.survey.Measurement}), closed forms, clusters, families. Start
 * with {@link org.formulary.continuedfractions.survey.FractionExploration}.
 */
package org.formulary.continuedfractions.survey;
