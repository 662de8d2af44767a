package org.formulary.continuedfractions.mitm;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.formulary.search.domain.Progress;

/**
 * Looks up the values of all fractions of a block. Most have converged after 32 terms, which the
 * distance of the last two convergents tells; the others are summed one by one, some by the series
 * of the tail. One per thread.
 */
final class Matcher {
  /**
   * Largest distance of the last two convergents, in keys, at which the last is taken: where it is
   * a thousandth, the limit is within a tenth even if the error falls like 1/n.
   */
  private static final double CONVERGED = 1e-3;

  private final ImageTable table;
  private final Rules rules;
  private final Check check;
  private final Lanes lanes = new Lanes(Block.TERMS);
  private final int[] places = new int[Lanes.WIDTH];
  private final List<Match> matches = new ArrayList<>();
  private long fractions;
  private long slow;

  Matcher(ImageTable table, Rules rules, Check check) {
    this.table = table;
    this.rules = rules;
    this.check = check;
  }

  List<Match> matches() {
    return matches;
  }

  /** Fractions whose values were looked up. */
  long fractions() {
    return fractions;
  }

  /** Of them those that had to be summed one by one. */
  long slow() {
    return slow;
  }

  void match(Block block, Progress progress) {
    int count = block.numerators().size();
    for (int first = 0; first < count && !progress.cancelled(); first += Lanes.WIDTH) {
      int width = Math.min(Lanes.WIDTH, count - first);
      double[] b = block.b(first, width);
      for (int i = 0; i < block.denominators().size() && !progress.cancelled(); i++) {
        int from = block.firstConverging(i, first, width);
        lanes.compute(block.a(i), b, from, width);
        fractions += width - from;
        lookUp(block, i, first, from, width);
      }
    }
  }

  private void lookUp(Block block, int index, int first, int from, int to) {
    boolean published = rules == Rules.PUBLISHED;
    int found = table.collect(lanes.keys(), from, to, places);
    for (int i = 0; i < found; i++) {
      int j = places[i];
      if (published || lanes.distance(j) <= CONVERGED) {
        matches.addAll(check.converged(fraction(block, index, first + j), lanes.keys()[j]));
      }
    }
    for (int j = from; j < to && !published; j++) {
      if (!(lanes.distance(j) <= CONVERGED)) {
        slow++;
        lookUpSlow(fraction(block, index, first + j));
      }
    }
  }

  private void lookUpSlow(PolynomialFraction f) {
    OptionalLong key = LongConvergents.key(f);
    if (key.isEmpty()) {
      matches.addAll(check.slow(f));
    } else if (table.hasNear(key.getAsLong())) {
      matches.addAll(check.converged(f, key.getAsLong()));
    }
  }

  private static PolynomialFraction fraction(Block block, int a, int b) {
    return new PolynomialFraction(block.denominators().get(a), block.numerators().get(b));
  }
}
