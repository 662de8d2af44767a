package org.formulary.continuedfractions.polynomial;

import java.util.Comparator;
import java.util.List;

/**
 * Whether a polynomial fraction is equivalent to one with deg a ≤ 1 and deg b ≤ 2: by inflation
 * with a rational function, shift, a Möbius transformation of the value, contiguity (rational gauge
 * transformations of the recurrence), taking every k-th convergent, and the inverses of these.
 */
public sealed interface LowDegree {
  /** Fractions of such degrees have no larger spread. */
  int LARGEST_SPREAD = 2;

  /** It is one itself. */
  record Member() implements LowDegree {}

  /**
   * Proved not to be: the spread is 3 or more, see {@link LocalSpread}.
   *
   * @param largest where it is largest
   */
  record Excluded(LocalSpread largest) implements LowDegree {}

  /** Not known. */
  record Undecided(String reason) implements LowDegree {}

  /** What can be said about a fraction whose b is not 0. */
  static LowDegree of(PolynomialFraction f) {
    if (f.a().degree() <= 1 && f.b().degree() <= 2) {
      return new Member();
    }
    List<LocalSpread> spreads;
    try {
      spreads = LocalSpread.of(f);
    } catch (ArithmeticException e) {
      return new Undecided(e.getMessage());
    }
    return spreads.stream()
        .filter(s -> s.spread() > LARGEST_SPREAD)
        .max(Comparator.comparingInt(LocalSpread::spread))
        .<LowDegree>map(Excluded::new)
        .orElseGet(() -> new Undecided("all spreads are 2 at most"));
  }
}
