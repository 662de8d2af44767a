package org.formulary.continuedfractions.proof;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.formulary.continuedfractions.polynomial.Fractions;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.formulary.expressions.parse.FormulaParser;
import org.formulary.truth.constant.Constant;

/**
 * A proof that a fraction with a = A (n + ν) and constant b has a value, where ν is a half more
 * than a whole number and b is a square, or minus one (Lambert, 1761). With x = b/A² the functions
 * F(m) = Σ x^k/(k! Γ(m + k)) obey F(m − 1) = (m − 1) F(m) + x F(m + 1), as (m − 1 + k) − (m − 1) =
 * k, so that u(n) = (−x)^n F(ν + n + 2) solves the recurrence of the convergents p/q of the
 * fraction divided by A. As u(n) is like (−x)^n/Γ(ν + n + 2), and the differences of q/u are ±x^n
 * u(−1)/(u(n) u(n − 1)), q/u increases without bound if F(ν + 1) is not 0, and the value is A
 * F(ν)/F(ν + 1), as for {@link MomentForm}. F(1/2)/F(3/2) is √x coth(2√x), the quotient of both
 * series.
 *
 * <p>F(ν + 1) is not 0: it is a combination of F(1/2) and F(3/2) with rational coefficients that
 * are not both 0, and coth and cot of rational numbers, other than 0, are irrational (Lambert).
 */
record LambertProof(PolynomialFraction fraction, BigFraction order, Symbolic value)
    implements Proof {
  private static final BigFraction HALF = BigFraction.of(1, 2);
  private static final int MOST = 60;

  /** A proof that the fraction has this value, if one is found. */
  static Optional<LambertProof> of(PolynomialFraction f, Constant value) {
    return of(f).filter(p -> p.proves(f, value));
  }

  /** The value of the fraction, if it is one of these. */
  static Optional<LambertProof> of(PolynomialFraction f) {
    if (f.a().degree() != 1 || f.b().degree() != 0) {
      return Optional.empty();
    }
    BigFraction order = BigFraction.of(f.a().at(0), f.a().leading());
    boolean known =
        Fractions.denominator(order).equals(BigInteger.TWO) && order.abs().doubleValue() <= MOST;
    return known
        ? first(f).map(r -> new LambertProof(f, order, value(f, order, r)))
        : Optional.empty();
  }

  /** F(1/2)/F(3/2). */
  private static Optional<Symbolic> first(PolynomialFraction f) {
    BigInteger b = f.b().leading();
    Optional<BigInteger> root = Elementary.root(b.abs());
    if (root.isEmpty()) {
      return Optional.empty();
    }
    BigFraction x = BigFraction.of(root.get(), f.a().leading().abs());
    if (b.signum() < 0) {
      return Optional.of(Elementary.tangent(x.multiply(2)).reciprocal().times(x));
    }
    if (Fractions.numerator(x).bitLength() > 4) {
      return Optional.empty();
    }
    Symbolic power = Elementary.exponential(x.multiply(4));
    Symbolic one = Symbolic.of(BigFraction.ONE);
    return Optional.of(power.plus(one).times(power.plus(one.negate()).reciprocal()).times(x));
  }

  /** A F(ν)/F(ν + 1), by F(m − 1)/F(m) = m − 1 + x F(m + 1)/F(m). */
  private static Symbolic value(PolynomialFraction f, BigFraction order, Symbolic first) {
    BigInteger lead = f.a().leading();
    BigFraction x = BigFraction.of(f.b().leading(), lead.multiply(lead));
    Symbolic ratio = first;
    for (BigFraction m = HALF; m.compareTo(order) < 0; m = m.add(1)) {
      ratio = ratio.plus(Symbolic.of(m.negate())).reciprocal().times(x);
    }
    for (BigFraction m = HALF; m.compareTo(order) > 0; m = m.subtract(1)) {
      ratio = ratio.reciprocal().times(x).plus(Symbolic.of(m.subtract(1)));
    }
    return ratio.times(BigFraction.of(lead));
  }

  @Override
  public String method() {
    return "Lambert's series";
  }

  @Override
  public boolean proves(PolynomialFraction f, Constant claim) {
    return f.equals(fraction)
        && of(f).filter(p -> p.order.equals(order) && p.value.is(value)).isPresent()
        && Symbolic.of(FormulaParser.parse(claim.formula())).filter(value::is).isPresent();
  }

  private BigFraction x() {
    return BigFraction.of(
        fraction.b().leading(), fraction.a().leading().multiply(fraction.a().leading()));
  }

  @Override
  public List<String> chain() {
    return List.of(
        "a(n) = A*(n + v) and b = A^2*x with A = %s, v = %s, x = %s"
            .formatted(fraction.a().leading(), Fractions.text(order), Fractions.text(x())),
        "F(m), the sum over k >= 0 of x^k/(k!*Gamma(m + k)), obeys F(m - 1) = (m - 1)*F(m) +"
            + " x*F(m + 1), as (m - 1 + k) - (m - 1) = k",
        "so (-x)^n*F(v + n + 2) solves the recurrence of the convergents of the fraction by A, and is"
            + " like (-x)^n/Gamma(v + n + 2); their denominators outgrow it, and the fraction is"
            + " A*F(v)/F(v + 1)",
        ("F(1/2)/F(3/2) = %s, as F(1/2) is cosh(2*sqrt(x))/sqrt(Pi) and F(3/2) is"
                + " sinh(2*sqrt(x))/sqrt(Pi*x)")
            .formatted(first(fraction).orElseThrow()),
        "so the fraction is %s".formatted(value));
  }

  @Override
  public String pari() {
    return PariScript.of(
        """
        a = %1$s; b = %2$s; A = %3$s; nu = %4$s; q = %5$s;
        check(a == A*(n + nu) && b == A^2*q, "a, b");
        \\\\ of q^k/((k - 1)!*gamma(m + k)) in F(m - 1) - (m - 1)*F(m)
        check((M - 1 + K) - (M - 1) == K, "recurrence");
        default(realprecision, 60);
        %6$s
        F(m) = suminf(k = 0, 1.*q^k/(k!*gamma(m + k)));
        check(abs(F(1/2)/F(3/2) - (%7$s)) < 1e-40, "first");
        y = A*F(nu)/F(nu + 1);
        check(abs(y - (%8$s)) <= 1e-40*abs(y), "value");
        """
            .formatted(
                fraction.a(),
                fraction.b(),
                fraction.a().leading(),
                Fractions.text(order),
                Fractions.text(x()),
                value.definitions(),
                first(fraction).orElseThrow(),
                value));
  }
}
