package org.formulary.continuedfractions.survey;

import java.util.Locale;

/** What becomes of a fraction. */
enum Kind {
  /** b(k) = 0 for a k ≥ 1: it is a quotient of whole numbers, or 1/0. */
  ENDS,
  /** Its limit is 0, to more digits than chance gives. */
  ZERO,
  /** Its limit is a quotient of small whole numbers, to more digits than chance gives. */
  RATIONAL,
  /** Its limit is no quotient of small whole numbers. */
  IRRATIONAL,
  /** Its convergents tend to 1/0. */
  INFINITE,
  /** The solutions of the recurrence oscillate: convergents go everywhere. */
  OSCILLATES,
  /** Even and odd convergents have limits of their own. */
  TWO_LIMITS,
  /** Not determined. */
  UNRESOLVED;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
