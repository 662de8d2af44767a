package org.formulary.continuedfractions.polynomial;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.formulary.truth.Enclosure;

/**
 * The asymptotic series of the tails t(n) = a(n) + b(n + 1)/t(n + 1) of a polynomial fraction: t(n)
 * ~ Σ c_k n^((v − k)/m), where m is 2 for fractions that converge like exp(−c √n), else 1. The c_k
 * follow one from the other by t(n) t(n + 1) = a(n) t(n + 1) + b(n + 1); of the two series that
 * solve it, this is the one that attracts.
 *
 * <p>With it the slowest fractions can be summed: t(n) stands for what follows n terms. Not for use
 * by several threads.
 */
final class Tail {
  /** So many terms in sequence must be small; one may vanish by symmetry. */
  private static final int WINDOW = 4;

  /** Terms over which a divergent series may fail to improve before it is given up. */
  private static final int PATIENCE = 12;

  private final IntegerPolynomial a;

  /** b(n + 1). */
  private final IntegerPolynomial b;

  /** Binary places of the coefficients. */
  private final int places;

  /** m and v. */
  private final int steps;

  private final int degree;

  private final Recursion recursion;

  /** Coefficients of t(n), and of t(n + 1) at the same powers of n. */
  private final List<BigInteger> at = new ArrayList<>();

  private final List<BigInteger> after = new ArrayList<>();

  /**
   * How coefficients follow: c_k is determined by the equation of order k + delay, in which it has
   * the factor factor + k factorByOrder.
   */
  private record Recursion(int delay, BigInteger factor, BigInteger factorByOrder) {}

  private Tail(PolynomialFraction f, int places, int steps, int degree, Recursion recursion) {
    this.a = f.a();
    this.b = f.b().shifted(1);
    this.places = places;
    this.steps = steps;
    this.degree = degree;
    this.recursion = recursion;
  }

  /**
   * The series of a fraction; none where it does not converge.
   *
   * @param places binary places of the coefficients
   */
  static Optional<Tail> of(PolynomialFraction f, int places) {
    if (Convergence.of(f) instanceof Convergence.None) {
      return Optional.empty();
    }
    int excess = f.b().degree() - 2 * f.a().degree();
    if (excess > 0) {
      BigInteger root = root(f.b().leading(), BigInteger.ONE, places);
      BigInteger c0 = f.a().leading().signum() > 0 ? root : root.negate();
      int steps = 3 - excess;
      return Optional.of(
          new Tail(f, places, steps, f.b().degree() * steps / 2, simple(c0.shiftLeft(1))).with(c0));
    }
    IntegerPolynomial square = f.a().multiply(f.a().shifted(-1));
    IntegerPolynomial above = square.add(f.b().multiply(IntegerPolynomial.of(4)));
    int order = above.isZero() ? Integer.MAX_VALUE : square.degree() - above.degree();
    return Optional.of(
        switch (order) {
          case 0, 1 -> split(f, places, order, root(above.leading(), square.leading(), places));
          case 2 -> doubled(f, places, above.leading());
          default -> doubled(f, places, BigInteger.ZERO);
        });
  }

  private static Recursion simple(BigInteger factor) {
    return new Recursion(0, factor, BigInteger.ZERO);
  }

  /** Where L, see {@link Convergence}, is like n^−order times the square of a root. */
  private static Tail split(PolynomialFraction f, int places, int order, BigInteger root) {
    BigInteger half = half(f.a().leading().shiftLeft(places));
    BigInteger factor = f.a().leading().multiply(root);
    int degree = f.a().degree();
    return order == 0
        ? new Tail(f, places, 1, degree, simple(factor)).with(half.add(half(factor)))
        : new Tail(f, places, 2, 2 * degree, new Recursion(1, factor, BigInteger.ZERO))
            .with(half)
            .with(half(factor));
  }

  /** Where t(n)/a(n) = 1/2 + s/n + …: L is like c/n², c by its numerator over that of a². */
  private static Tail doubled(PolynomialFraction f, int places, BigInteger c) {
    BigInteger lead = f.a().leading();
    BigInteger square = lead.multiply(lead);
    BigInteger root = root(square.add(c.shiftLeft(2)), square, places);
    BigInteger s = half(half(root.subtract(BigInteger.ONE.shiftLeft(places))));
    int degree = f.a().degree();
    BigInteger second = degree == 0 ? BigInteger.ZERO : f.a().coefficient(degree - 1);
    BigInteger half = half(lead.shiftLeft(places));
    return new Tail(f, places, 1, degree, new Recursion(1, lead.multiply(s).shiftLeft(1), half))
        .with(half)
        .with(lead.multiply(s).add(half(second.shiftLeft(places))));
  }

  private static BigInteger half(BigInteger fixed) {
    return fixed.shiftRight(1);
  }

  /** √(above/below) with so many binary places. */
  private static BigInteger root(BigInteger above, BigInteger below, int places) {
    return above.shiftLeft(2 * places).divide(below).sqrt();
  }

  /** Adds c_k, and with it what is known of t(n + 1). */
  private Tail with(BigInteger c) {
    int k = at.size();
    BigInteger others = k == after.size() ? others(k) : after.removeLast();
    at.add(c);
    after.add(others.add(c));
    return this;
  }

  /** Of t(n + 1) the coefficient of index j, without c_j: Σ c_(j − m i) binom((v − j)/m + i, i). */
  private BigInteger others(int j) {
    BigInteger sum = BigInteger.ZERO;
    BigInteger binomial = BigInteger.ONE; // times 4^i where m is 2: then it is whole
    for (int i = 1; steps * i <= j; i++) {
      binomial =
          binomial
              .multiply(BigInteger.valueOf((degree - j + (long) steps * i) * steps))
              .divide(BigInteger.valueOf(i));
      int scale = steps == 2 ? 2 * i : 0;
      sum = sum.add(at.get(j - steps * i).multiply(binomial).shiftRight(scale));
    }
    return sum;
  }

  /** Adds the coefficient for which the equation of its order holds. */
  private void extend() {
    int k = at.size();
    BigInteger factor =
        recursion.factor().add(recursion.factorByOrder().multiply(BigInteger.valueOf(k)));
    for (int i = 0; i <= recursion.delay(); i++) {
      with(BigInteger.ZERO);
    }
    BigInteger residual = residual(k + recursion.delay());
    BigInteger c = residual.negate().shiftLeft(places).divide(factor);
    at.set(k, c);
    after.set(k, after.get(k).add(c));
    if (recursion.delay() == 1) {
      // What t(n + 1) has without the coefficient that is still to come.
      at.removeLast();
      after.set(k + 1, after.get(k + 1).add(steps == 1 ? c.multiply(second(k)) : BigInteger.ZERO));
    }
  }

  /** The binomial coefficient that c_k has in the next coefficient of t(n + 1), where m is 1. */
  private BigInteger second(int k) {
    return BigInteger.valueOf((long) degree - k);
  }

  /** The coefficient of n^((2v − k)/m) of t(n) t(n + 1) − a(n) t(n + 1) − b(n + 1). */
  private BigInteger residual(int k) {
    BigInteger products = BigInteger.ZERO;
    for (int i = 0; i <= k; i++) {
      products = products.add(at.get(i).multiply(after.get(k - i)));
    }
    BigInteger sum = products.shiftRight(places);
    for (int q = 0; q <= a.degree(); q++) {
      int j = k - degree + steps * q;
      if (j >= 0) {
        sum = sum.subtract(a.coefficient(q).multiply(after.get(j)));
      }
    }
    int q = 2 * degree - k;
    return q >= 0 && q % steps == 0
        ? sum.subtract(b.coefficient(q / steps).shiftLeft(places))
        : sum;
  }

  /**
   * A tail.
   *
   * @param value fixed-point, in units of 2^−places
   * @param log2Error of the terms at the end of the sum, in units
   */
  record Value(BigInteger value, double log2Error) {}

  /**
   * t(root²), summed to where the terms are small enough or begin to grow.
   *
   * @param most the most terms
   * @param log2Enough of the size of terms that are small enough; those of a unit always are
   */
  Value at(int root, int most, double log2Enough) {
    BigInteger step = BigInteger.valueOf(steps == 1 ? (long) root * root : root);
    BigInteger sum = BigInteger.ZERO;
    double[] sizes = new double[most];
    Value best = new Value(sum, Double.POSITIVE_INFINITY);
    double enough = Math.max(1, log2Enough);
    int since = 0;
    for (int k = 0; k < most && since < PATIENCE && best.log2Error > enough; k++) {
      if (k == at.size()) {
        extend();
      }
      BigInteger c = at.get(k);
      BigInteger term =
          k <= degree ? c.multiply(step.pow(degree - k)) : c.divide(step.pow(k - degree));
      sizes[k] = Enclosure.log2(term.abs().add(BigInteger.ONE));
      sum = sum.add(term);
      double largest = sizes[k];
      for (int i = 1; i < WINDOW; i++) {
        largest = k < i ? Double.POSITIVE_INFINITY : Math.max(largest, sizes[k - i]);
      }
      if (largest < best.log2Error && k > degree) {
        best = new Value(sum, largest);
        since = 0;
      } else if (k > degree) {
        since++;
      }
    }
    return best;
  }
}
