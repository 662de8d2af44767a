package org.formulary.continuedfractions.blind;

/**
 * Parts of the search that can be left out, to measure what each is worth.
 *
 * @param sieve partial denominators that are solved for ({@link TraceSieve}); without it fractions
 *     change by small steps and crossing only
 * @param evolution small steps and crossing; without it each fraction is drawn anew and solved for
 */
public record SearchParts(boolean sieve, boolean evolution) {
  /** The search as it is. */
  public static final SearchParts ALL = new SearchParts(true, true);
}
