package org.formulary.truth.relation;

/**
 * A formula for a number.
 *
 * @param text such as {@code value = (2*pi + 3)/(pi + 1)}
 * @param form the form that was tried, such as {@code quotient of linear terms in pi}
 * @param neededBits that must match for it to be no accident
 */
public record Identified(String text, String form, IntegerRelation relation, double neededBits) {
  /** Whether enough bits match: a conjecture, and no accident. */
  public boolean isSignificant() {
    return relation.matchedBits() >= neededBits;
  }
}
