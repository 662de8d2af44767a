package org.formulary.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.formulary.continuedfractions.blind.BlindProblem;
import org.formulary.continuedfractions.blind.Finding;
import org.formulary.continuedfractions.blind.Relation;
import org.formulary.continuedfractions.conjecture.Conjecture;
import org.formulary.continuedfractions.polynomial.Fraction;
import org.formulary.continuedfractions.polynomial.LowDegree;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.formulary.search.domain.Progress;

/**
 * A fraction that was found without a constant.
 *
 * @param seconds of the search until it was seen
 * @param excluded the spread by which it is proved to have no equivalent of degrees (1, 2); 0 where
 *     that is not proved
 * @param value the formula of its limit, or that of its even part, that was verified to a thousand
 *     digits; empty where none
 */
record BlindFound(
    Fraction fraction,
    double seconds,
    double delta,
    int excluded,
    Optional<String> value,
    List<String> relations) {
  /** Judged by asymptotics, spreads and identification. */
  static BlindFound of(Fraction f, double seconds) {
    PolynomialFraction contracted = f.contracted();
    Optional<Conjecture> c =
        Finding.identified(contracted, Progress.NONE)
            .filter(known -> Finding.verify(known).confirms());
    return new BlindFound(
        f,
        seconds,
        BlindProblem.asymptotics(f).delta(),
        LowDegree.of(contracted) instanceof LowDegree.Excluded(var s) ? s.spread() : 0,
        c.map(known -> known.value().name()),
        Relation.of(contracted).stream().map(Relation::toString).toList());
  }

  boolean counts() {
    return delta > BlindProblem.LEAST_DELTA && excluded > 2 && value.isPresent();
  }

  /** The first of each class that counts. */
  static List<BlindFound> classes(List<BlindFound> found) {
    List<BlindFound> classes = new ArrayList<>();
    for (BlindFound f : found) {
      if (f.counts() && classes.stream().noneMatch(c -> c.invariants().equals(f.invariants()))) {
        classes.add(f);
      }
    }
    return classes;
  }

  /** What equivalent fractions have in common; those that have it are counted once. */
  private String invariants() {
    return String.format(Locale.ROOT, "%d %.4f", excluded, delta);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: limit %s, delta %.5f, %s, after %.1f s; %s",
        fraction,
        value.orElse("unidentified"),
        delta,
        excluded > 2
            ? "spread %d, so not from degrees (1, 2)".formatted(excluded)
            : "perhaps from degrees (1, 2)",
        seconds,
        relations.isEmpty() ? "no known entry has its constant" : String.join(", ", relations));
  }
}
