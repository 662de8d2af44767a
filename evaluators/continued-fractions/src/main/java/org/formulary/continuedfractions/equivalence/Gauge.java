package org.formulary.continuedfractions.equivalence;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.formulary.continuedfractions.field.IntegerMatrix;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;

/**
 * Looks for a matrix U of polynomials with A(m) U(m) = s(m) U(m − 1) B(m) for some function s.
 * Where one is known to begin with U(0), up to a factor, all others follow, as whole numbers
 * without common divisor; if these grow no faster than powers of m, polynomials are fitted to them.
 */
final class Gauge {
  /** Matrices before are left out: U may be singular there, and then does not follow from U(0). */
  private static final int FIRST = 8;

  private static final int LAST = 72;

  /** Bits that entries may gain when m doubles. */
  private static final int MOST_GROWTH = 40;

  private Gauge() {}

  /** U where it is found; it is fitted, and the identity is still to be checked. */
  static Optional<PolynomialMatrix> of(
      PolynomialMatrix a, PolynomialMatrix b, IntegerMatrix first) {
    List<IntegerMatrix> values = new ArrayList<>();
    IntegerMatrix u = first;
    for (int m = 1; m <= LAST; m++) {
      u = a.at(m).adjugate().multiply(u).multiply(b.at(m)).primitive();
      if (m >= FIRST) {
        values.add(u);
      }
    }
    int growth = bits(values.getLast()) - bits(values.get(values.size() / 2 - FIRST / 2));
    return growth > MOST_GROWTH ? Optional.empty() : fit(values);
  }

  private static int bits(IntegerMatrix m) {
    return m.rows().stream().flatMap(List::stream).mapToInt(BigInteger::bitLength).max().orElse(0);
  }

  /** Polynomials that have the quotients of the entries of each matrix. */
  private static Optional<PolynomialMatrix> fit(List<IntegerMatrix> values) {
    int pivot = 0;
    while (zeros(values, pivot) > 0 && pivot < 3) {
      pivot++;
    }
    List<RationalFunction> quotients = new ArrayList<>();
    IntegerPolynomial common = IntegerPolynomial.of(1);
    for (int i = 0; i < 4; i++) {
      Optional<RationalFunction> quotient = quotient(values, i, pivot);
      if (quotient.isEmpty()) {
        return Optional.empty();
      }
      quotients.add(quotient.get());
      IntegerPolynomial below = quotient.get().below();
      common = common.multiply(below.dividedBy(below.gcd(common)));
    }
    IntegerPolynomial factor = common;
    List<IntegerPolynomial> entries =
        quotients.stream().map(q -> q.above().multiply(factor.dividedBy(q.below()))).toList();
    BigInteger content =
        entries.stream().map(IntegerPolynomial::content).reduce(BigInteger.ZERO, BigInteger::gcd);
    return Optional.of(
        new PolynomialMatrix(
            entries.get(0).dividedBy(content),
            entries.get(1).dividedBy(content),
            entries.get(2).dividedBy(content),
            entries.get(3).dividedBy(content)));
  }

  private static long zeros(List<IntegerMatrix> values, int i) {
    return values.stream().filter(v -> entry(v, i).signum() == 0).count();
  }

  private static Optional<RationalFunction> quotient(List<IntegerMatrix> values, int i, int pivot) {
    List<RationalFunction.Value> quotients = new ArrayList<>();
    for (int m = 0; m < values.size(); m++) {
      BigInteger below = entry(values.get(m), pivot);
      if (below.signum() != 0) {
        quotients.add(new RationalFunction.Value((long) FIRST + m, entry(values.get(m), i), below));
      }
    }
    return RationalFunction.of(quotients);
  }

  private static BigInteger entry(IntegerMatrix m, int index) {
    return m.entry(index / 2, index % 2);
  }
}
