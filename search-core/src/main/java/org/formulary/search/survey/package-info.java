/**
 * The SPI between the command line and surveys: the same measurements of all objects of a kind,
 * none of which is searched for. Start with {@link org.formulary.search.survey.Exploration}.
 */
package org.formulary.search.survey;
