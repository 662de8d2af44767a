/** Jenetics glue: evaluation of populations, selection. */
package org.formulary.search.engine;
