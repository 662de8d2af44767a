package org.formulary.continuedfractions.equivalence;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.formulary.continuedfractions.field.IntegerMatrix;
import org.formulary.continuedfractions.polynomial.Convergence;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.formulary.continuedfractions.polynomial.RationalRoots;

/**
 * How one polynomial fraction becomes another: by taking every k-th convergent of one and every
 * l-th of the other, a rational gauge transformation of the recurrence (inflation and contiguity
 * are such, and shifts of the index), and a Möbius transformation of the value.
 *
 * <p>With M(n) = [[0, b(n)], [1, a(n)]], the matrix P(n) = [[1, a(0)], [0, 1]] M(1) … M(n) has the
 * convergents p(n − 1)/q(n − 1) and p(n)/q(n) for its columns. Let C(m) be the product of k
 * matrices that leads from P(k m − k) to P(k m), and C'(m) that of l matrices of the other
 * fraction. If for all m
 *
 * <p>C(m) U(m) = s(m) U(m − 1) C'(m), and P(k m) U(m) = c W P'(l m) at m = start,
 *
 * <p>then, where det U(m) ≠ 0 for m ≥ start, the latter holds for all these m with other factors c:
 * the convergents of one follow from those of the other. Both are identities of polynomials or of
 * whole numbers ({@link #holds}). The limit of the one fraction is then the image W of the limit of
 * the other where {@link #transfersLimit}.
 *
 * <p>Source: Euler2AI, arXiv 2502.17533, which finds U(m) from W in this way and fits it; the
 * condition for the limits is our own.
 *
 * @param from whose every k-th convergent is taken
 * @param to whose every l-th convergent is taken
 * @param gauge U
 * @param image W
 */
public record Equivalence(
    PolynomialFraction from,
    int k,
    PolynomialFraction to,
    int l,
    PolynomialMatrix gauge,
    long start,
    IntegerMatrix image) {
  private static final double ROUNDING = 1e-9;

  /** An equivalence of two fractions whose limits are related by W, where one is found. */
  static Optional<Equivalence> of(
      PolynomialFraction from, int k, PolynomialFraction to, int l, IntegerMatrix image) {
    IntegerMatrix first =
        IntegerMatrix.of(BigInteger.ONE, from.a().at(0).negate(), BigInteger.ZERO, BigInteger.ONE)
            .multiply(image)
            .multiply(
                IntegerMatrix.of(BigInteger.ONE, to.a().at(0), BigInteger.ZERO, BigInteger.ONE));
    return Gauge.of(PolynomialMatrix.contracted(from, k), PolynomialMatrix.contracted(to, l), first)
        .filter(u -> !u.determinant().isZero())
        .flatMap(u -> of(from, k, to, l, u, image))
        .filter(Equivalence::holds);
  }

  /** From behind the zeros of the determinant; none where these may be large. */
  private static Optional<Equivalence> of(
      PolynomialFraction from,
      int k,
      PolynomialFraction to,
      int l,
      PolynomialMatrix gauge,
      IntegerMatrix image) {
    try {
      long start = RationalRoots.afterWholeZeros(gauge.determinant(), 0);
      return Optional.of(new Equivalence(from, k, to, l, gauge, start, image));
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }

  /** Whether the identities hold, and nothing vanishes that must not. */
  public boolean holds() {
    IntegerPolynomial determinant = gauge.determinant();
    return k >= 1
        && l >= 1
        && !determinant.isZero()
        && start >= 0
        && !RationalRoots.mayVanish(determinant, start)
        && !RationalRoots.mayVanish(from.b(), 1)
        && !RationalRoots.mayVanish(to.b(), 1)
        && PolynomialMatrix.contracted(from, k)
            .multiply(gauge)
            .isProportionalTo(gauge.shifted(-1).multiply(PolynomialMatrix.contracted(to, l)))
        && begins();
  }

  /** Whether P(k m) U(m) and W P'(l m) are proportional at the start. */
  private boolean begins() {
    List<BigInteger> left = entries(convergents(from, k * start).multiply(gauge.at(start)));
    List<BigInteger> right = entries(image.multiply(convergents(to, l * start)));
    boolean proportional = true;
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < i; j++) {
        proportional &=
            left.get(i).multiply(right.get(j)).equals(left.get(j).multiply(right.get(i)));
      }
    }
    return proportional && image.determinant().signum() != 0;
  }

  private static List<BigInteger> entries(IntegerMatrix m) {
    List<BigInteger> entries = new ArrayList<>();
    m.rows().forEach(entries::addAll);
    return entries;
  }

  /** P(n). */
  private static IntegerMatrix convergents(PolynomialFraction f, long n) {
    if (n == 0) {
      return IntegerMatrix.of(BigInteger.ONE, f.a().at(0), BigInteger.ZERO, BigInteger.ONE);
    }
    int depth = Math.toIntExact(n);
    PolynomialFraction.Convergent before = f.convergent(depth - 1);
    PolynomialFraction.Convergent last = f.convergent(depth);
    return IntegerMatrix.of(before.p(), last.p(), before.q(), last.q());
  }

  /**
   * Whether the limit of {@code from} is the image W of that of {@code to}, given that both have a
   * limit and converge as {@link Convergence} says.
   *
   * <p>A row (1, −x) P(k m) is small, compared to P(k m), where x is the limit, and of the size of
   * P(k m) where not; the quotient of these sizes is the error of the convergents. Let x = W(L')
   * for the limit L' of {@code to}: (1, −x) P(k m) is (1, −L') P'(l m) U(m)⁻¹ by a factor. If x
   * were not the limit, U(m)⁻¹ would take small rows to large ones, and large ones to small ones.
   * For that |U| |U⁻¹| must grow as fast as both quotients together fall, and it grows like a power
   * of m at most. So x is the limit where the errors fall faster than powers, or like n^−s and
   * n^−s' with s + s' larger than that power. Sizes are taken of rows (u(n − 1), u(n)/n^κ), since
   * solutions grow by n^κ a step, κ = max(deg a, deg b/2).
   */
  public boolean transfersLimit() {
    if (Convergence.of(from) instanceof Convergence.None) {
      return false;
    }
    return switch (Convergence.of(to)) {
      case Convergence.Factorial _, Convergence.Exponential _, Convergence.SubExponential _ -> true;
      case Convergence.Polynomial p ->
          Convergence.of(from) instanceof Convergence.Polynomial q
              && p.exponent() + q.exponent() > growth() / 2.0 + ROUNDING;
      case Convergence.Logarithmic _, Convergence.None _ -> false;
    };
  }

  /** |U| |U⁻¹| grows like m to half of this at most. */
  private int growth() {
    List<IntegerPolynomial> entries = gauge.entries();
    int largest = Integer.MIN_VALUE;
    for (int i = 0; i < 4; i++) {
      if (!entries.get(i).isZero()) {
        int row = i / 2 * twiceKappa(from);
        int column = i % 2 * twiceKappa(to);
        largest = Math.max(largest, 2 * entries.get(i).degree() + row - column);
      }
    }
    return 2 * largest - (2 * gauge.determinant().degree() + twiceKappa(from) - twiceKappa(to));
  }

  private static int twiceKappa(PolynomialFraction f) {
    return Math.max(2 * f.a().degree(), f.b().degree());
  }

  /** In words, in three lines. */
  public List<String> text() {
    return List.of(
        "%s of %s and %s of %s".formatted(ordinal(k), from, ordinal(l), to),
        "by C(m)*U(m) ~ U(m - 1)*C'(m), U(m) = %s, from m = %d on".formatted(gauge, start),
        "the %s %s, K the other's"
            .formatted(transfersLimit() ? "value is" : "values agree with", image.moebius("K")));
  }

  private static String ordinal(int k) {
    return switch (k) {
      case 1 -> "the convergents";
      case 2 -> "every 2nd convergent";
      case 3 -> "every 3rd convergent";
      default -> "every %dth convergent".formatted(k);
    };
  }
}
