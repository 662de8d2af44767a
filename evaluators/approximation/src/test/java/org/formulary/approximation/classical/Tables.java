package org.formulary.approximation.classical;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.UnaryOperator;
import org.formulary.expressions.BinaryRational;
import org.formulary.search.domain.Baseline;
import org.formulary.truth.ChebyshevPoints;
import org.formulary.truth.ErrorKind;
import org.formulary.truth.Interval;
import org.formulary.truth.ReferenceTable;

/** Reference tables by decimal series, which are quicker here than the general evaluation. */
final class Tables {
  static final MathContext DIGITS = new MathContext(55);
  private static final BigDecimal LN2 =
      new BigDecimal("0.69314718055994530941723212145817656807550013436025525412068");

  private Tables() {}

  static ReferenceTable of(UnaryOperator<BigDecimal> function, Interval interval) {
    MathContext digits = new MathContext(ReferenceTable.DEFAULT_DIGITS);
    List<BinaryRational> points = ChebyshevPoints.lobatto(interval, 256);
    List<BigDecimal> values =
        points.stream().map(x -> function.apply(x.toBigDecimal()).round(digits)).toList();
    return new ReferenceTable("f", ReferenceTable.DEFAULT_DIGITS, points, values);
  }

  /** What is known without more than the table. */
  static ClassicalBaselines.Study study(
      ReferenceTable table, Interval interval, ErrorKind kind, int maxOperations) {
    return ClassicalBaselines.study(
        new ClassicalBaselines.Subject(table, interval, kind, Symmetry.NONE), maxOperations);
  }

  static List<Baseline> baselines(
      ReferenceTable table, Interval interval, ErrorKind kind, int maxOperations) {
    return study(table, interval, kind, maxOperations).baselines();
  }

  static BigDecimal exp2(BigDecimal x) {
    return exp(x.multiply(LN2, DIGITS));
  }

  /** By the series at x/256, squared eight times; 45 digits at least for |x| ≤ 128. */
  static BigDecimal exp(BigDecimal x) {
    BigDecimal z = x.divide(BigDecimal.valueOf(256), DIGITS);
    BigDecimal sum = series(z, BigDecimal.ONE, 1, 1);
    for (int i = 0; i < 8; i++) {
      sum = sum.multiply(sum, DIGITS);
    }
    return sum;
  }

  static BigDecimal sin(BigDecimal x) {
    return series(x.multiply(x, DIGITS).negate(), x, 2, 2);
  }

  static BigDecimal cos(BigDecimal x) {
    return series(x.multiply(x, DIGITS).negate(), BigDecimal.ONE, 1, 2);
  }

  /** 2·artanh(x/(2 + x)), for x from 0 to 3. */
  static BigDecimal log1p(BigDecimal x) {
    BigDecimal z = x.divide(x.add(BigDecimal.TWO), DIGITS);
    BigDecimal square = z.multiply(z, DIGITS);
    BigDecimal power = z.multiply(BigDecimal.TWO);
    BigDecimal sum = power;
    for (int k = 3; k < 400; k += 2) {
      power = power.multiply(square, DIGITS);
      sum = sum.add(power.divide(BigDecimal.valueOf(k), DIGITS));
    }
    return sum;
  }

  /** first·(1 + z/(from…) + …), where each term divides by the next {@code step} integers. */
  private static BigDecimal series(BigDecimal z, BigDecimal first, int from, int step) {
    BigDecimal term = first;
    BigDecimal sum = first;
    int n = from;
    for (int k = 0; k < 45; k++) {
      term = term.multiply(z, DIGITS);
      for (int i = 0; i < step; i++) {
        term = term.divide(BigDecimal.valueOf(n++), DIGITS);
      }
      sum = sum.add(term);
    }
    return sum;
  }
}
