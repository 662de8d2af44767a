package org.formulary.continuedfractions.proof;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.formulary.expressions.parse.FormulaParser;
import org.formulary.truth.constant.Constant;

/**
 * A proof that a fraction is a square root, as products solve its recurrence. With a = h (2n + 1 +
 * r1 + r2) and b = −h² (n + r1)(n + r2) both u(n) = h^(n + 1) (1 + r) (2 + r) … (n + 1 + r), r = r1
 * or r2, do, as h (n + 1 + r1) + h (n + r2) = a(n). If r1 &lt; r2 are irrational, no factor is 0,
 * the quotient of both tends to 0 like n^(r1 − r2), and so does that of the first by the
 * denominators of the convergents: the value is a(0) − u(0)/u(−1) = a(0) − h (1 + r1) = h r2, as
 * for {@link MomentForm}.
 *
 * @param h not 0
 * @param larger r2
 */
record ProductProof(PolynomialFraction fraction, BigFraction h, Symbolic larger) implements Proof {

  /** A proof that the fraction has this value, if one is found. */
  static Optional<ProductProof> of(PolynomialFraction f, Constant value) {
    return of(f).filter(p -> p.proves(f, value));
  }

  /** The value of the fraction, if it is one of these. */
  static Optional<ProductProof> of(PolynomialFraction f) {
    if (f.a().degree() != 1 || f.b().degree() != 2) {
      return Optional.empty();
    }
    BigFraction h = BigFraction.of(f.a().leading(), BigInteger.TWO);
    BigFraction sum = sum(f);
    // (r2 − r1)²
    BigFraction square = sum.multiply(sum).subtract(product(f).multiply(4));
    boolean solved =
        BigFraction.of(f.b().leading()).equals(h.multiply(h).negate())
            && BigFraction.of(f.a().at(0)).equals(h.multiply(sum.add(1)))
            && square.signum() > 0
            && Elementary.rationalRoot(square).isEmpty();
    return solved
        ? Elementary.root(square)
            .map(root -> root.plus(Symbolic.of(sum)).times(BigFraction.of(1, 2)))
            .map(r -> new ProductProof(f, h, r))
        : Optional.empty();
  }

  /** r1 + r2. */
  private static BigFraction sum(PolynomialFraction f) {
    return BigFraction.of(f.b().coefficient(1), f.b().leading());
  }

  /** r1 r2. */
  private static BigFraction product(PolynomialFraction f) {
    return BigFraction.of(f.b().coefficient(0), f.b().leading());
  }

  private Symbolic value() {
    return larger.times(h);
  }

  @Override
  public String method() {
    return "products";
  }

  /** Whether the parts are those of the fraction, and the value follows from them. */
  @Override
  public boolean proves(PolynomialFraction f, Constant claim) {
    return f.equals(fraction)
        && of(f).filter(p -> p.h.equals(h) && p.larger.is(larger)).isPresent()
        && Symbolic.of(FormulaParser.parse(claim.formula())).filter(value()::is).isPresent();
  }

  @Override
  public List<String> chain() {
    return List.of(
        ("b(n) = -h^2*(n + r1)*(n + r2) and a(n) = h*(2*n + 1 + r1 + r2) with h = %s, r1 + r2 = %s,"
                + " r1*r2 = %s, r2 = %s")
            .formatted(
                Fractions.text(h),
                Fractions.text(sum(fraction)),
                Fractions.text(product(fraction)),
                larger),
        "so u(n) = h^(n + 1)*(1 + r)(2 + r)...(n + 1 + r) solves the recurrence of the convergents for"
            + " r = r1 and for r = r2, as h*(n + 1 + r1) + h*(n + r2) = a(n)",
        ("the first one by the second, and by the denominators of the convergents, tends to 0 like"
                + " n^(r1 - r2), r1 < r2, so the fraction is a(0) - u(0)/u(-1) = h*r2 = %s")
            .formatted(value()));
  }

  @Override
  public String pari() {
    return """
        \\\\\\\\ Checks the steps of a proof
        a = %1$s; b = %2$s; h = %3$s; s = %4$s; p = %5$s;
        if(b != -h^2*(n^2 + s*n + p) || a != h*(2*n + 1 + s), error("a, b"));
        \\\\\\\\ u(n) by u(n - 2), where r2 is s - r1
        {if((h^2*(n + 1 + R)*(n + R) - a*h*(n + R) + h^2*(n + R)*(n + s - R)) != 0,
          error("recurrence"))};
        default(realprecision, 60);
        r = (s + sqrt(s^2 - 4*p))/2;
        if(abs(h*r - (%6$s)) > 1e-40, error("value"));
        print("proved");
        """
        .formatted(
            fraction.a(),
            fraction.b(),
            Fractions.text(h),
            Fractions.text(sum(fraction)),
            Fractions.text(product(fraction)),
            value());
  }
}
