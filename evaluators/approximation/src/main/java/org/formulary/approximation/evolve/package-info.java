/** How programs are altered: drafts, moves, reductions, fingerprints. Start with {@code Draft}. */
package org.formulary.approximation.evolve;
