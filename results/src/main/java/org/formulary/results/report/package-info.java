/**
 * Lists of entries for other programs: {@link org.formulary.results.report.EntriesJson}, {@link
 * org.formulary.results.report.EntriesCsv}.
 */
package org.formulary.results.report;
