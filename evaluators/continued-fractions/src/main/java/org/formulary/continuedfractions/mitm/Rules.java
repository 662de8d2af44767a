package org.formulary.continuedfractions.mitm;

/** What counts as a match. */
public enum Rules {
  /**
   * Those of this project: keys and their neighbours, convergents of as many terms as it takes or
   * the series of the tail, a limit that agrees to 200 digits.
   */
  FULL,

  /**
   * Those of the published search (arXiv 1907.00205), to compare with its counts: convergents of 32
   * terms, equal keys, no vanishing partial denominator among those after the first, and 1,000
   * terms that agree to 100 digits.
   */
  PUBLISHED
}
