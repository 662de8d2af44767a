/** The archive of findings. Start with {@link org.formulary.results.store.Archive}. */
package org.formulary.results;
