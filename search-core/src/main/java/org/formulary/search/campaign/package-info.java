/** Campaigns: specification, budget, checkpoints, progress. */
package org.formulary.search.campaign;
