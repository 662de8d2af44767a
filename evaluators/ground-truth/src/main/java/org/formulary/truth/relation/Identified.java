package org.formulary.truth.relation;

import java.util.Optional;

/**
 * A formula for a number.
 *
 * @param text such as {@code value = (2*pi + 3)/(pi + 1)}
 * @param form the form that was tried, such as {@code quotient of linear terms in pi}
 * @param neededBits that must match for it to be no accident
 */
public record Identified(String text, String form, IntegerRelation relation, double neededBits) {
  private static final String VALUE = "value = ";

  /** The formula of the number, such as {@code (2*pi + 3)/(pi + 1)}; empty for an equation. */
  public Optional<String> value() {
    int start = text.lastIndexOf(VALUE);
    return start < 0 ? Optional.empty() : Optional.of(text.substring(start + VALUE.length()));
  }

  /** Whether enough bits match: a conjecture, and no accident. */
  public boolean isSignificant() {
    return relation.matchedBits() >= neededBits;
  }
}
