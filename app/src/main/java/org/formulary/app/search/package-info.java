/** Running a campaign from the command line: options, progress, report. */
package org.formulary.app.search;
