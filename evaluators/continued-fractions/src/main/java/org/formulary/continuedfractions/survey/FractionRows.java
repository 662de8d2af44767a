package org.formulary.continuedfractions.survey;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.formulary.continuedfractions.hypergeometric.ClosedForm;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.formulary.search.survey.DataTable;
import org.formulary.search.survey.DataTable.Column;
import org.formulary.truth.Enclosure;

/** Fractions and what is measured of them, as rows. */
final class FractionRows {
  static final String KIND = "kind";
  static final String DETAIL = "detail";
  static final String VALUE = "value";
  static final String LAW = "law";
  static final String PARAMETER = "law_parameter";
  static final String RATE = "rate";
  static final String C = "growth_c";
  static final String D = "growth_d";
  static final String REGULAR = "growth_regular";
  static final String MOD4 = "growth_mod4";
  static final String MOD3 = "growth_mod3";
  static final String DEPTH = "growth_depth";
  static final String DELTA = "delta";
  static final String EARLY_DELTA = "delta_32";
  static final String CLASS = "class_key";
  static final String CLOSED = "closed_form";
  static final String AGREED = "agreed_digits";

  /** Significant digits of limits. */
  static final int DIGITS = 50;

  private FractionRows() {}

  /** The columns, the coefficients first: of a and of b, ascending. */
  static List<Column> columns(int degree) {
    List<Column> columns = new ArrayList<>();
    for (String polynomial : List.of("a", "b")) {
      for (int k = 0; k <= degree; k++) {
        String power = "coefficient of n^%d of %s".formatted(k, polynomial);
        columns.add(Column.whole(polynomial + k, power));
      }
    }
    columns.addAll(
        List.of(
            Column.text(
                KIND,
                "ends, zero, rational, irrational, infinite, oscillates, two limits, unresolved"),
            Column.text(DETAIL, "where it ends, why it has no limit or is unresolved"),
            Column.text(VALUE, "a quotient, or 50 significant digits of the limit"),
            Column.text(LAW, "how the error falls with the depth n"),
            Column.text(PARAMETER, "the exact number that decides the rate"),
            Column.real(RATE, "k of n!^-k, digits a term, c of exp(-c sqrt(n)), or k of n^-k"),
            Column.real(
                C, "of ln q = c n + d n ln n, q the denominator in lowest terms, at a depth"),
            Column.real(D, "of the same, by the zeros of traces modulo primes"),
            Column.whole(REGULAR, "1 where all primes looked at agree about d"),
            Column.whole(DEPTH, "of growth_c; 0 where it was not looked at"),
            Column.real(
                MOD4,
                "where d = 0: ln of the primes 1 mod 4 beyond the recurrence less 3 mod 4, by n"),
            Column.real(MOD3, "the same of the primes 1 and 2 mod 3"),
            Column.real(DELTA, "of |x - p/q| = q^-(1 + delta) as n grows, by rate, c and d"),
            Column.real(EARLY_DELTA, "the same of the convergent of depth 32"),
            Column.text(CLASS, "equal for fractions that inflation and shifts of n make equal"),
            Column.text(CLOSED, "parameters modulo 1 of the closed form, where one is known"),
            Column.whole(AGREED, "digits to which the closed form agrees with the limit")));
    return columns;
  }

  /** The rows of a fraction and of the one with −a. */
  static void add(DataTable.Builder table, PolynomialFraction f, int degree, Measurement m) {
    String value = m.exact().isEmpty() ? m.value().map(FractionRows::digits).orElse("") : m.exact();
    String key = f.classKey();
    table.row(row(f, degree, m, List.of(value, key)));
    PolynomialFraction mirror = new PolynomialFraction(f.a().negate(), f.b());
    table.row(row(mirror, degree, m, List.of(opposite(value), key)));
  }

  private static List<Object> row(
      PolynomialFraction f, int degree, Measurement m, List<String> valueAndClass) {
    List<Object> row = new ArrayList<>();
    for (IntegerPolynomial p : List.of(f.a(), f.b())) {
      for (int k = 0; k <= degree; k++) {
        row.add(p.coefficient(k).longValueExact());
      }
    }
    row.add(m.kind().toString());
    row.add(m.detail());
    row.add(valueAndClass.get(0));
    row.add(m.law().name());
    row.add(m.law().parameter());
    row.add(m.law().rate());
    row.add(m.growth().map(Growth::c).orElse(Double.NaN));
    row.add(m.growth().map(Growth::d).orElse(Double.NaN));
    row.add(m.growth().map(g -> g.regular() ? 1 : 0).orElse(0));
    row.add(m.growth().map(Growth::depth).orElse(0));
    ResidueShares shares = m.growth().map(Growth::shares).orElse(ResidueShares.NONE);
    row.add(shares.mod4());
    row.add(shares.mod3());
    row.add(m.delta());
    row.add(m.deltaAtDepth());
    row.add(valueAndClass.get(1));
    row.add(m.closed().map(ClosedForm::key).orElse(""));
    row.add(m.agreedDigits());
    return row;
  }

  static String opposite(String value) {
    return value.isEmpty() || value.equals("0") || value.equals("1/0")
        ? value
        : value.startsWith("-") ? value.substring(1) : "-" + value;
  }

  /** As many digits as are known, 50 at most. */
  static String digits(Enclosure x) {
    BigInteger sum = x.lower().add(x.upper());
    int digits = (int) Math.clamp(Enclosure.digitsOf(x.knownBits()) - 1, 1, DIGITS);
    return new BigDecimal(sum)
        .divide(new BigDecimal(BigInteger.ONE.shiftLeft(x.bits() + 1)), new MathContext(digits))
        .toPlainString();
  }
}
