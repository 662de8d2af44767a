/**
 * What surveys measured, on disk: a folder with a file of columns for each unit. Start with {@link
 * org.formulary.results.survey.SurveyFolder}.
 */
package org.formulary.results.survey;
