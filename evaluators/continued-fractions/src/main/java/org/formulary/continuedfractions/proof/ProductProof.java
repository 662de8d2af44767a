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
 * A proof that a fraction is a quadratic number, as products solve its recurrence. If b = −g1(n)
 * g2(n) and a(n) = g1(n + 1) + g2(n) = g2(n + 1) + g1(n), both u(n) = g(1) … g(n + 1), g = g1 or
 * g2, do. They are taken
 *
 * <ul>
 *   <li>for b = −h² (n + r1)(n + r2) as g = h (n + r), where r1 &lt; r2 are irrational: the
 *       quotient of both u tends to 0 like n^(r1 − r2);
 *   <li>for constant a and b as the zeros of g² − a g − b, where these are irrational and |g1| &lt;
 *       |g2|: it tends to 0 like (g1/g2)^n.
 * </ul>
 *
 * <p>No factor is 0, so that the first one by the denominators of the convergents tends to 0 too,
 * and the value is a(0) − u(0)/u(−1) = a(0) − g1(1) = g2(0), as for {@link MomentForm}.
 *
 * @param value g2(0)
 */
record ProductProof(PolynomialFraction fraction, Symbolic value) implements Proof {

  /** A proof that the fraction has this value, if one is found. */
  static Optional<ProductProof> of(PolynomialFraction f, Constant value) {
    return of(f).filter(p -> p.proves(f, value));
  }

  /** The value of the fraction, if it is one of these. */
  static Optional<ProductProof> of(PolynomialFraction f) {
    Optional<Symbolic> value =
        isConstant(f)
            ? constant(f.a().leading(), f.b().leading())
            : f.a().degree() == 1 && f.b().degree() == 2 ? linear(f) : Optional.empty();
    return value.map(v -> new ProductProof(f, v));
  }

  private static boolean isConstant(PolynomialFraction f) {
    return f.a().degree() == 0 && f.b().degree() == 0;
  }

  private static Optional<Symbolic> constant(BigInteger a, BigInteger b) {
    // (g2 − g1)²
    BigInteger square = a.multiply(a).add(b.shiftLeft(2));
    return square.signum() > 0 && Elementary.root(square).isEmpty()
        ? Elementary.root(BigFraction.of(square))
            .map(root -> root.times(BigFraction.of(a.signum(), 2)))
            .map(root -> root.plus(Symbolic.of(BigFraction.of(a, BigInteger.TWO))))
        : Optional.empty();
  }

  private static Optional<Symbolic> linear(PolynomialFraction f) {
    BigFraction h = h(f);
    BigFraction sum = sum(f);
    // (r2 − r1)²
    BigFraction square = sum.multiply(sum).subtract(product(f).multiply(4));
    boolean solved =
        BigFraction.of(f.b().leading()).equals(h.multiply(h).negate())
            && BigFraction.of(f.a().at(0)).equals(h.multiply(sum.add(1)))
            && square.signum() > 0
            && Elementary.rationalRoot(square).isEmpty();
    return solved
        ? Elementary.root(square).map(root -> root.plus(Symbolic.of(sum)).times(h.divide(2)))
        : Optional.empty();
  }

  private static BigFraction h(PolynomialFraction f) {
    return BigFraction.of(f.a().leading(), BigInteger.TWO);
  }

  /** r1 + r2. */
  private static BigFraction sum(PolynomialFraction f) {
    return BigFraction.of(f.b().coefficient(1), f.b().leading());
  }

  /** r1 r2. */
  private static BigFraction product(PolynomialFraction f) {
    return BigFraction.of(f.b().coefficient(0), f.b().leading());
  }

  @Override
  public String method() {
    return "products";
  }

  @Override
  public boolean proves(PolynomialFraction f, Constant claim) {
    return f.equals(fraction)
        && of(f).filter(p -> p.value.is(value)).isPresent()
        && Symbolic.of(FormulaParser.parse(claim.formula())).filter(value::is).isPresent();
  }

  @Override
  public List<String> chain() {
    String factors =
        isConstant(fraction)
            ? "b = -g1*g2 and a = g1 + g2, |g1| < |g2|"
            : ("b(n) = -g1(n)*g2(n) and a(n) = g1(n + 1) + g2(n) = g2(n + 1) + g1(n) with g(n) ="
                    + " (%s)*(n + r), r1 + r2 = %s, r1*r2 = %s, r1 < r2")
                .formatted(
                    Fractions.text(h(fraction)),
                    Fractions.text(sum(fraction)),
                    Fractions.text(product(fraction)));
    return List.of(
        factors,
        "so u(n) = g(1)...g(n + 1) solves the recurrence of the convergents for g = g1 and g = g2",
        "the first one by the second, and by the denominators of the convergents, tends to 0, so"
            + " the fraction is a(0) - u(0)/u(-1) = g2(0) = %s".formatted(value));
  }

  @Override
  public String pari() {
    boolean constant = isConstant(fraction);
    return PariScript.of(
        """
        a = %1$s; b = %2$s; h = %3$s; s = %4$s; p = %5$s;
        g(n, r) = %6$s;
        \\\\ r1 + r2 = s, r1*r2 = p
        check(a == g(n + 1, R) + g(n, s - R), "a");
        check(b == -%7$s, "b");
        default(realprecision, 60);
        y = g(0, (s + sign(%8$s)*sqrt(s^2 - 4*p))/2);
        check(abs(y - (%9$s)) <= 1e-40*abs(y), "value");
        """
            .formatted(
                fraction.a(),
                fraction.b(),
                Fractions.text(h(fraction)),
                constant ? fraction.a() : Fractions.text(sum(fraction)),
                constant ? fraction.b().negate() : Fractions.text(product(fraction)),
                constant ? "r" : "h*(n + r)",
                constant ? "p" : "h^2*(n^2 + s*n + p)",
                constant ? "a" : "1",
                value));
  }
}
