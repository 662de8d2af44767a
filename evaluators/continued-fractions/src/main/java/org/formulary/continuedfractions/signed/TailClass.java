package org.formulary.continuedfractions.signed;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * What fractions have in common that differ in finitely many terms: they are Möbius images of one
 * another with determinant ±1.
 *
 * <p>A recurrence whose last coefficient is ±1 determines its terms in both directions, so that the
 * tail belongs to one sequence without beginning; its window of least sum of sizes stands for it,
 * as long as that is at most {@value #FARTHEST} terms from where the recurrence begins. Other
 * recurrences have a beginning, and fractions that enter them later are classes of their own.
 */
final class TailClass {
  private static final int FARTHEST = 1000;

  private final List<BigInteger> terms = new ArrayList<>();
  private final SignWord signs;
  private final int width;

  /** Sums of the sizes of the terms before each. */
  private final List<BigInteger> sums = new ArrayList<>(List.of(BigInteger.ZERO));

  private TailClass(SignedFraction f) {
    int order = f.recurrence().order();
    List<BigInteger> tail = f.first().subList(f.head(), f.first().size());
    width = Math.max(order, 1) * f.signs().period();
    int reach = reach(tail, order) + 2 * width;
    f.recurrence()
        .reversed()
        .ifPresent(r -> terms.addAll(r.extended(tail.reversed(), reach).reversed()));
    // Both directions begin with the tail.
    int start = Math.max(0, terms.size() - order);
    terms.subList(start, terms.size()).clear();
    terms.addAll(f.recurrence().extended(tail, reach));
    signs = f.signs().rotated((long) f.head() - start);
    for (BigInteger term : terms) {
      sums.add(sums.getLast().add(term.abs()));
    }
  }

  /** Text that is equal for fractions whose tails agree. */
  static String key(SignedFraction f) {
    TailClass tail = new TailClass(f);
    int least = 0;
    for (int i = 1; i + tail.width <= tail.terms.size(); i++) {
      least = tail.compare(i, least) < 0 ? i : least;
    }
    return "%s %s %s"
        .formatted(
            f.recurrence().coefficients(),
            tail.terms.subList(least, least + tail.width),
            tail.signs.rotated(least));
  }

  /** Terms that grow do so by 1 an order at least, so the least are not farther than this. */
  private static int reach(List<BigInteger> tail, int order) {
    long largest =
        tail.stream()
            .map(BigInteger::abs)
            .mapToLong(a -> a.bitLength() > 20 ? FARTHEST : a.longValue())
            .max()
            .orElse(0);
    return (int) Math.min(FARTHEST, Math.max(order, 1) * (largest + 3));
  }

  /** By sum, then by terms, then by signs. */
  private int compare(int i, int j) {
    int order = sum(i).compareTo(sum(j));
    for (int k = 0; order == 0 && k < width; k++) {
      order = terms.get(i + k).compareTo(terms.get(j + k));
    }
    return order != 0 ? order : signs.rotated(i).toString().compareTo(signs.rotated(j).toString());
  }

  private BigInteger sum(int i) {
    return sums.get(i + width).subtract(sums.get(i));
  }
}
