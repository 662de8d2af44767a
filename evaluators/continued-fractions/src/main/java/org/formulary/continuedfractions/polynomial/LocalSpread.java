package org.formulary.continuedfractions.polynomial;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.formulary.continuedfractions.polynomial.RationalRoots.Root;

/**
 * How far the solutions of u(n) = a(n) u(n − 1) + b(n) u(n − 2) grow apart where n passes the zeros
 * of b in one class of numbers modulo 1.
 *
 * <p><b>Definition.</b> Let M(n) = [[0, b(n)], [1, a(n)]], α a number, and P(ε) = M(α − N + ε) …
 * M(α + N + ε) for a large N. Over the power series in ε, P is equivalent to a diagonal matrix with
 * ε^s and ε^t, s ≤ t (elementary divisors); the spread at the class α + Z is t − s. Since det M(n)
 * = −b(n), s + t is the number of zeros of b in the class; s is the least order of an entry. P does
 * not depend on N otherwise than by factors that are invertible over the power series.
 *
 * <p><b>What leaves it alone.</b> A rational gauge transformation M'(n) = T(n − 1)⁻¹ M(n) T(n)
 * (contiguity is one) changes P by T at its ends, where N is beyond the poles and zeros of T and
 * det T. Multiplication of M by a rational function c(n) multiplies P by a power series, which
 * moves s and t by as much; inflation, (a c(n), b c(n) c(n − 1)), is the gauge transformation by
 * diag(1, c(n)) times such a factor. A Möbius transformation changes what stands before the first
 * matrix only. Every k-th convergent: the matrices M(k m + r − k + 1) … M(k m + r) are those of a
 * recurrence in m, whose companion form, where it has one, is a gauge transformation and a factor
 * away; its P at the class β is that of the fraction at k β + r, so that the spread at a class
 * occurs at k classes, and no others occur.
 *
 * <p><b>What follows.</b> Fractions that arise from one another by any such steps, in whatever
 * direction, have the same largest spread. If deg a ≤ 1 and deg b ≤ 2 it is at most 2, because 0 ≤
 * s and s + t ≤ 2. So where the spread at any class is 3 or more no such fraction is equivalent.
 *
 * <p>Exact: in whole numbers, by polynomials in ε cut after ε^(s + t). Source: own; for the
 * invariance under gauge transformations compare M. van Hoeij, Finite singularities and
 * hypergeometric solutions of linear recurrence equations, J. Pure Appl. Algebra 139 (1999), where
 * s and t are valuation growths.
 *
 * @param at a number of the class
 * @param zeros s + t
 * @param spread t − s
 */
public record LocalSpread(Root at, int zeros, int spread) {
  /** Of more steps between two zeros of b no product is taken. */
  private static final long MOST_STEPS = 1000;

  /**
   * The spreads at the classes of the rational zeros of b with small denominators. Throws {@link
   * ArithmeticException} where zeros of b are too large or too far apart.
   */
  public static List<LocalSpread> of(PolynomialFraction f) {
    List<LocalSpread> spreads = new ArrayList<>();
    List<Root> left = new ArrayList<>(RationalRoots.of(f.b()).roots());
    while (!left.isEmpty()) {
      Root first = left.getFirst();
      List<Root> group = left.stream().filter(first::isNextTo).toList();
      left.removeAll(group);
      spreads.add(of(f, group));
    }
    return List.copyOf(spreads);
  }

  /** The largest of these spreads; 0 where there is none. */
  public static int largest(PolynomialFraction f) {
    return of(f).stream().mapToInt(LocalSpread::spread).max().orElse(0);
  }

  private static LocalSpread of(PolynomialFraction f, List<Root> group) {
    int zeros = group.size();
    int d = group.getFirst().d();
    long from = group.stream().mapToLong(Root::k).min().orElseThrow();
    long to = group.stream().mapToLong(Root::k).max().orElseThrow();
    if ((to - from) / d > MOST_STEPS) {
      throw new ArithmeticException("zeros of %s are far apart".formatted(f.b()));
    }
    // An inflation by d^power makes a(k/d) whole.
    int power = Math.max(f.a().degree(), (f.b().degree() + 1) / 2);
    IntegerPolynomial a = stretched(f.a(), d, power);
    IntegerPolynomial b = stretched(f.b(), d, 2 * power);
    IntegerPolynomial one = IntegerPolynomial.of(1);
    List<IntegerPolynomial> first = List.of(one, IntegerPolynomial.ZERO);
    List<IntegerPolynomial> second = List.of(IntegerPolynomial.ZERO, one);
    for (long k = from; k <= to; k += d) {
      IntegerPolynomial ak = a.shifted(k);
      IntegerPolynomial bk = b.shifted(k);
      first = times(first, ak, bk, zeros);
      second = times(second, ak, bk, zeros);
    }
    int least = Math.min(order(first, zeros), order(second, zeros));
    return new LocalSpread(group.getFirst(), zeros, zeros - 2 * least);
  }

  /** d^power p(k/d) as a polynomial in k. */
  private static IntegerPolynomial stretched(IntegerPolynomial p, int d, int power) {
    List<BigInteger> coefficients = new ArrayList<>();
    for (int i = 0; i <= p.degree(); i++) {
      coefficients.add(p.coefficient(i).multiply(BigInteger.valueOf(d).pow(power - i)));
    }
    return new IntegerPolynomial(coefficients);
  }

  /** A row times [[0, b], [1, a]]. */
  private static List<IntegerPolynomial> times(
      List<IntegerPolynomial> row, IntegerPolynomial a, IntegerPolynomial b, int most) {
    return List.of(row.get(1), cut(row.get(0).multiply(b).add(row.get(1).multiply(a)), most));
  }

  private static IntegerPolynomial cut(IntegerPolynomial p, int most) {
    return new IntegerPolynomial(
        p.coefficients().subList(0, Math.min(p.coefficients().size(), most + 1)));
  }

  /** The least order of an entry, at most {@code most}. */
  private static int order(List<IntegerPolynomial> row, int most) {
    int order = most;
    for (IntegerPolynomial p : row) {
      int i = 0;
      while (i < order && p.coefficient(i).signum() == 0) {
        i++;
      }
      order = i;
    }
    return order;
  }
}
