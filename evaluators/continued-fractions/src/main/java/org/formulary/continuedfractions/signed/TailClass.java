package org.formulary.continuedfractions.signed;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * What fractions have in common that differ in finitely many terms: they are Möbius images of one
 * another with determinant ±1.
 *
 * <p>A recurrence whose last coefficient is ±1 determines its terms in both directions, so that the
 * tail belongs to one sequence without beginning. Its window of least sum of sizes, order and
 * period long, is found however far in the fraction begins.
 */
final class TailClass {
  /** Terms searched in each direction, at most. */
  private static final int FARTHEST = 1000;

  private TailClass() {}

  /** Text that is equal for fractions whose tails agree. */
  static String key(SignedFraction f) {
    int order = f.recurrence().order();
    List<BigInteger> tail = f.first().subList(f.head(), f.first().size());
    int reach = reach(tail, order);
    List<BigInteger> after = f.recurrence().extended(tail, reach);
    List<BigInteger> all = new ArrayList<>();
    f.recurrence()
        .reversed()
        .ifPresent(r -> all.addAll(r.extended(tail.reversed(), reach).reversed()));
    // Both begin with the tail.
    int start = all.isEmpty() ? 0 : all.size() - order;
    all.subList(start, all.size()).clear();
    all.addAll(after);
    int width = Math.max(order, 1) * f.signs().period();
    Window least = null;
    for (int i = 0; i + width <= all.size(); i++) {
      Window w = new Window(all.subList(i, i + width), f.signs().rotated(f.head() + i - start));
      if (least == null || w.compareTo(least) < 0) {
        least = w;
      }
    }
    return f.recurrence().coefficients() + " " + least;
  }

  /** Terms that grow do so by 1 an order at least, so the least are not farther than this. */
  private static int reach(List<BigInteger> tail, int order) {
    int largest =
        tail.stream()
            .mapToInt(a -> a.abs().bitLength() > 20 ? FARTHEST : a.abs().intValue())
            .max()
            .orElse(0);
    return (int) Math.min(FARTHEST, (long) Math.max(order, 1) * (Math.min(largest, FARTHEST) + 3L));
  }

  /** Some terms and the signs from there on. */
  private record Window(List<BigInteger> terms, SignWord signs) implements Comparable<Window> {
    private BigInteger size() {
      return terms.stream().map(BigInteger::abs).reduce(BigInteger.ZERO, BigInteger::add);
    }

    @Override
    public int compareTo(Window that) {
      int order = size().compareTo(that.size());
      for (int i = 0; order == 0 && i < terms.size(); i++) {
        order = terms.get(i).compareTo(that.terms.get(i));
      }
      return order != 0 ? order : signs.toString().compareTo(that.signs.toString());
    }

    @Override
    public String toString() {
      return terms + " " + signs;
    }
  }
}
