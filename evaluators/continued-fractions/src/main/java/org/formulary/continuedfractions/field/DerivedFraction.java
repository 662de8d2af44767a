package org.formulary.continuedfractions.field;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.formulary.continuedfractions.polynomial.RationalRoots;
import org.formulary.continuedfractions.recurrence.LinearRecurrence;

/**
 * The polynomial fraction of a trajectory of rank 2, and what its value is in terms of the limit.
 *
 * <p>A column of the products obeys a recurrence of second order ({@link LinearRecurrence}), which
 * multiplied by a function of n becomes w(n + 2) = a(n) w(n + 1) + b(n) w(n) with polynomials a and
 * b; that is the companion form of T(n), reached by a coboundary. It is then deflated: a is divided
 * by c(n) and b by c(n) c(n − 1) for the linear factors c with small rational roots and for what is
 * left of the common factor, while possible. Last, n is shifted so that the largest rational root
 * of b lies in [0, 1). Of the two columns the one with the fraction of lower degree is taken. Each
 * step is an identity of polynomials: where the fraction converges, so does the trajectory, and the
 * Möbius transformation between both holds exactly.
 *
 * @param fraction the partial denominators a with a positive leading coefficient
 * @param first index: the value K is a(first) + b(first + 1)/(a(first + 1) + …); 0 unless b
 *     vanishes before
 * @param toLimit the limit is (m00 K + m01)/(m10 K + m11)
 * @param column of the products of which it is the recurrence
 */
public record DerivedFraction(
    PolynomialFraction fraction, long first, IntegerMatrix toLimit, int column) {
  /**
   * The fraction of a trajectory.
   *
   * @return empty where the rank is not 2, or both columns are multiplied by a scalar at each step
   */
  public static Optional<DerivedFraction> of(Trajectory t) {
    return of(t.step());
  }

  /** The same of the products T(0) · … · T(n − 1) of any matrices. */
  public static Optional<DerivedFraction> of(StepMatrix matrices) {
    StepMatrix step = matrices.primitive();
    if (step.rank() != 2) {
      return Optional.empty();
    }
    return Stream.of(0, 1)
        .flatMap(c -> of(step, c).stream())
        .min(
            Comparator.comparingInt(
                d -> d.fraction.a().degree() + Math.max(0, d.fraction.b().degree())));
  }

  private static Optional<DerivedFraction> of(StepMatrix step, int column) {
    return LinearRecurrence.ofColumn(step.numerators(), column)
        .filter(r -> r.order() == 2)
        .map(r -> of(step, column, r));
  }

  private static DerivedFraction of(StepMatrix step, int column, LinearRecurrence r) {
    IntegerPolynomial s = r.coefficient(2);
    IntegerPolynomial b = r.coefficient(0).negate();
    Deflation inflated =
        new Deflation(
            r.coefficient(1).negate(), b.multiply(s.shifted(-1)), s, IntegerPolynomial.of(1));
    Deflation deflated = inflated.deflated();
    long begin = deflated.regularFrom();
    long shift = shift(deflated.b());
    PolynomialFraction fraction =
        new PolynomialFraction(deflated.a().shifted(-shift), deflated.b().shifted(-shift));
    IntegerMatrix toLimit = start(step, column, deflated, begin);
    return new DerivedFraction(fraction, begin + shift, toLimit, column).fromZero();
  }

  /**
   * From w(N) and w(N + 1), which is proportional to u(N + 1): the limit is (w(N)[0] t + w(N +
   * 1)[0]) / (w(N)[1] t + w(N + 1)[1]), where t = b(N)/K.
   */
  private static IntegerMatrix start(StepMatrix step, int column, Deflation d, long begin) {
    Walk walk = step.product(0, begin);
    Walk next = step.at(begin);
    BigInteger below = d.below().at(begin - 1);
    BigInteger above = d.above().at(begin - 1);
    BigInteger b = d.b().at(begin);
    IntegerMatrix after = walk.matrix().multiply(next.matrix());
    IntegerMatrix m =
        IntegerMatrix.of(
            after.entry(0, column).multiply(above),
            walk.matrix().entry(0, column).multiply(below).multiply(b),
            after.entry(1, column).multiply(above),
            walk.matrix().entry(1, column).multiply(below).multiply(b));
    return m.primitive();
  }

  /** How far to shift n so that the largest rational root of b that is seen lies in [0, 1). */
  private static long shift(IntegerPolynomial b) {
    return RationalRoots.factors(b).stream()
        .filter(f -> f.degree() == 1)
        .map(f -> floor(f.coefficient(0).negate(), f.leading()))
        .max(Comparator.naturalOrder())
        .map(root -> -root)
        .orElse(0L);
  }

  private static long floor(BigInteger above, BigInteger below) {
    BigInteger[] parts = above.divideAndRemainder(below);
    return parts[0].longValueExact() - (parts[1].signum() < 0 ? 1 : 0);
  }

  /** The same with first = 0, unless b vanishes on the way there. */
  private DerivedFraction fromZero() {
    DerivedFraction d = this;
    while (d.first > 0 && fraction.b().at(d.first).signum() != 0) {
      BigInteger before = fraction.a().at(d.first - 1);
      d =
          d.begun(
              d.first - 1,
              IntegerMatrix.of(
                  BigInteger.ZERO, fraction.b().at(d.first), BigInteger.ONE, before.negate()));
    }
    while (d.first < 0) {
      d =
          d.begun(
              d.first + 1,
              IntegerMatrix.of(
                  fraction.a().at(d.first),
                  fraction.b().at(d.first + 1),
                  BigInteger.ONE,
                  BigInteger.ZERO));
    }
    return d;
  }

  private DerivedFraction begun(long index, IntegerMatrix m) {
    return new DerivedFraction(fraction, index, toLimit.multiply(m).primitive(), column);
  }

  /**
   * The approximation of the limit from the convergent of the fraction that ends with an index.
   *
   * @param last ≥ first
   */
  public Trajectory.Approximation approximation(int last) {
    PolynomialFraction begun =
        new PolynomialFraction(fraction.a().shifted(first), fraction.b().shifted(first));
    PolynomialFraction.Convergent k = begun.convergent((int) (last - first));
    return new Trajectory.Approximation(
        toLimit.entry(0, 0).multiply(k.p()).add(toLimit.entry(0, 1).multiply(k.q())),
        toLimit.entry(1, 0).multiply(k.p()).add(toLimit.entry(1, 1).multiply(k.q())));
  }

  /** Such as {@code (2*K - 3)/(K + 1)}, in terms of the value K of the fraction. */
  public String limitText() {
    return toLimit.moebius("K");
  }
}
