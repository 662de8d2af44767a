/** What is kept: entries, their ids, the Pareto archive. */
package org.formulary.search.archive;
