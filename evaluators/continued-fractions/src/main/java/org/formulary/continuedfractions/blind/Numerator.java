package org.formulary.continuedfractions.blind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;
import org.formulary.continuedfractions.polynomial.RationalRoots;
import org.formulary.continuedfractions.polynomial.RationalRoots.Root;

/**
 * Partial numerators that split over the rationals: content · Π (d n − k). Only with such can a
 * balanced fraction have factorial reduction, because they need a root modulo every prime.
 *
 * @param roots as often as they occur
 */
record Numerator(long content, List<Root> roots) {
  /** Contents grow no further. */
  static final long LARGEST_CONTENT = 4096;

  /** Roots k/d are drawn with these d, small ones more often, and with |k| ≤ 2 d. */
  private static final int LARGEST_DENOMINATOR = 4;

  Numerator {
    roots = List.copyOf(roots);
  }

  /** Of partial numerators; empty where they do not split. */
  static Optional<Numerator> of(IntegerPolynomial b) {
    RationalRoots r = RationalRoots.of(b);
    return r.isSplit() && r.rest().leading().bitLength() < 31
        ? Optional.of(new Numerator(r.rest().leading().longValueExact(), r.roots()))
        : Optional.empty();
  }

  /**
   * Of an even degree, with few different roots and a small content rather than many and a large
   * one; half of them with roots that lie symmetrically about 0.
   */
  static Numerator random(int degree, RandomGenerator random) {
    List<Root> roots = new ArrayList<>();
    boolean symmetric = random.nextBoolean();
    while (roots.size() < degree) {
      boolean again = !roots.isEmpty() && random.nextInt(3) > 0;
      Root root = again ? roots.get(random.nextInt(roots.size())) : root(random);
      roots.add(root);
      if (symmetric) {
        roots.add(new Root(-root.k(), root.d()));
      }
    }
    return new Numerator(content(random), roots);
  }

  static Root root(RandomGenerator random) {
    int d = geometric(LARGEST_DENOMINATOR, random);
    long k = random.nextInt(-2 * d, 2 * d + 1);
    int common = gcd((int) Math.abs(k), d);
    return new Root(k / common, d / common);
  }

  static long content(RandomGenerator random) {
    int size = geometric(32, random);
    return random.nextBoolean() ? size : -size;
  }

  /** 1 with probability 1/2, 2 with 1/4, and so on. */
  static int geometric(int most, RandomGenerator random) {
    int n = 1;
    while (n < most && random.nextBoolean()) {
      n++;
    }
    return n;
  }

  Numerator with(int index, Root root) {
    List<Root> changed = new ArrayList<>(roots);
    changed.set(index, root);
    return new Numerator(content, changed);
  }

  /** With another root, and another in place of the first one of opposite sign. */
  Numerator withPair(int index, Root root) {
    Root old = roots.get(index);
    int partner = roots.indexOf(new Root(-old.k(), old.d()));
    Numerator changed = with(index, root);
    return partner < 0 || partner == index
        ? changed
        : changed.with(partner, new Root(-root.k(), root.d()));
  }

  Numerator withContent(long c) {
    return c == 0 || Math.abs(c) > LARGEST_CONTENT ? this : new Numerator(c, roots);
  }

  /** The most roots that differ by whole numbers. */
  long mostInAClass() {
    return roots.stream()
        .mapToLong(r -> roots.stream().filter(r::isNextTo).count())
        .max()
        .orElse(0);
  }

  IntegerPolynomial polynomial() {
    IntegerPolynomial product = IntegerPolynomial.of(content);
    for (Root r : roots) {
      product = product.multiply(r.factor());
    }
    return product;
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
