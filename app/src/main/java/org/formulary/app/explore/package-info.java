/**
 * Runs surveys: {@link org.formulary.app.explore.SurveyRun} measures what is missing and writes the
 * report.
 */
package org.formulary.app.explore;
