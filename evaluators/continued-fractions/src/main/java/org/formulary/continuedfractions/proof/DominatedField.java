package org.formulary.continuedfractions.proof;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.formulary.continuedfractions.field.MultivariatePolynomial;
import org.formulary.continuedfractions.field.Pair;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;

/**
 * A conservative field of a pair, M_x = [[0, b(x)], [1, a(x, y)]] and M_y = [[f̄, b(x)], [1, f]],
 * of which all walks from (1, y0) along (p, q), p ≥ 1 and q ≥ 0, have one limit, because the
 * fractions along x at heights y ≥ y0 are dominated by the one at y0, which is a sum.
 *
 * <p><b>Conditions</b> ({@link #holds}). b = −h1 h2 and a(x, y0) = h1(x) + h2(x + 1), with h1(0) =
 * 0, h1 ≥ 0, h2 &gt; 0 for x ≥ 1; a(x, y) ≥ a(x, y0) for x ≥ 0, y ≥ y0; |f̄(0, y)| ≤ |f(0, y)| ≠ 0
 * for y ≥ y0; and t(x) = h1(1) … h1(x)/(h2(1) … h2(x + 1)) falls exponentially or faster, or h1 =
 * h2 is of degree d ≥ 2, f(x, y) of degree d at most in x, f(x, y0) − h1(x) of a lower one, and
 * h2(x + 1) ≤ h1(x) + (x + 1)(a(x, y) − h1(x) − h2(x + 1)) for x ≥ 0, y &gt; y0.
 *
 * <p><b>Proof.</b> Let P(x, y) be the product from (1, y0) to (x, y), N(x, y) the last entry of its
 * second row and Q(x, y) that of (1, a(0, y0)) P(x, y). (1, a(0, y)) M_y(1, y) = f(0, y) (1, a(0, y
 * + 1)) is the second row of M_y(0, y) M_x(0, y + 1) = M_x(0, y) M_y(1, y). So Q(1, y) = F a(0, y)
 * with F = f(0, y0) … f(0, y − 1), and along x, Q(x, y) = F h2(1) … h2(x) v(x) with v(0) = 1 and
 *
 * <p>h2(x + 1) (v(x + 1) − v(x)) = h1(x) (v(x) − v(x − 1)) + (a(x, y) − h1(x) − h2(x + 1)) v(x),
 *
 * <p>so that v does not decrease, and is 1 at y0. det M_y(x, y) = f f̄(0, y), hence N/Q at x + 1
 * differs from that at x by t(x)/(v(x) v(x + 1)) at most, times the product of |f̄/f|(0, j) &lt;=
 * 1, always in one direction. So N/Q converges along x to some ℓ(y), uniformly in y, and along all
 * walks on which x grows if only ℓ does not depend on y. Let E = N − ℓ(y) Q. Then E(x, y + 1) =
 * b(x) E(x − 1, y) + f(x, y) E(x, y), which is F h2(1) … h2(x) times
 *
 * <p>−h1(x) t(x − 1)/v(x) + (f(x, y) − h1(x) v(x − 1)/v(x)) τ, |τ| ≤ (t(x) + t(x + 1) + …)/v(x),
 *
 * <p>up to a constant. Where t falls exponentially or faster this tends to 0, and else it is
 * bounded: at y0, where v = 1, by the degree of f − h1, and above by v(x) ≥ x + 1, which follows
 * from the last condition by induction. Q(x, y + 1) is at least f(0, y) times the same factor, and
 * x + 1 times that in the second case. So N/Q tends to ℓ(y) at y + 1, too. The limit of a walk is
 * 1/ℓ − a(0, y0), and that along x is the value of the fraction a(n, y0), b(n), less a(0, y0).
 *
 * <p>Source: own; the fields are those of arXiv 2303.09318.
 */
record DominatedField(Pair pair, long y0, IntegerPolynomial h1, IntegerPolynomial h2) {
  private static final String X = "x";
  private static final String Y = "y";
  private static final int HIGHEST = 2;

  /** The field at a height up to {@value #HIGHEST}, where the conditions hold at one. */
  static Optional<DominatedField> of(Pair pair) {
    if (!(pair.check() instanceof Pair.Conservative c)) {
      return Optional.empty();
    }
    return LongStream.rangeClosed(0, HIGHEST).boxed().flatMap(y0 -> at(pair, c, y0)).findFirst();
  }

  private static Stream<DominatedField> at(Pair pair, Pair.Conservative c, long y0) {
    PolynomialFraction axis = axis(c, y0);
    boolean negative = axis.b().leading().signum() < 0 && axis.b().at(0).signum() == 0;
    return !negative || axis.a().leading().signum() <= 0
        ? Stream.empty()
        : EulerForm.of(axis, 0).stream()
            .map(e -> new DominatedField(pair, y0, e.h1(), e.h2()))
            .filter(DominatedField::holds);
  }

  /** a(n, y0) and b(n). */
  PolynomialFraction axis() {
    return axis((Pair.Conservative) pair.check(), y0);
  }

  private static PolynomialFraction axis(Pair.Conservative c, long y0) {
    return new PolynomialFraction(at(c.a(), y0), at(c.b(), y0));
  }

  /** As a polynomial of x. */
  private static IntegerPolynomial at(MultivariatePolynomial p, long y) {
    return p.along(Map.of(X, IntegerPolynomial.N, Y, IntegerPolynomial.of(y)));
  }

  /** Whether all conditions hold; inequalities are read off the signs of coefficients. */
  boolean holds() {
    if (!(pair.check() instanceof Pair.Conservative c)) {
      return false;
    }
    PolynomialFraction axis = axis(c, y0);
    MultivariatePolynomial excess = c.a().subtract(inX(h1)).subtract(inX(h2.shifted(1)));
    return axis.b().equals(h1.multiply(h2).negate())
        && axis.a().equals(h1.add(h2.shifted(1)))
        && h1.at(0).signum() == 0
        && isNonnegative(inX(h1))
        && isNonnegative(inX(h2.shifted(1)))
        && h2.at(1).signum() > 0
        && isNonnegative(excess.shifted(Y, y0))
        && isBoundedAtZero()
        && (fallsFast() || fallsSlowly(excess));
  }

  private static MultivariatePolynomial inX(IntegerPolynomial p) {
    MultivariatePolynomial sum = MultivariatePolynomial.ZERO;
    MultivariatePolynomial power = MultivariatePolynomial.ONE;
    for (BigInteger c : p.coefficients()) {
      sum = sum.add(MultivariatePolynomial.of(c).multiply(power));
      power = power.multiply(MultivariatePolynomial.variable(X));
    }
    return sum;
  }

  /** Whether no coefficient is negative, so that no value at x, y ≥ 0 is. */
  private static boolean isNonnegative(MultivariatePolynomial p) {
    return p.terms().values().stream().allMatch(k -> k.signum() >= 0);
  }

  /** Whether |f̄(0, y)| ≤ |f(0, y)| ≠ 0 for y ≥ y0. */
  private boolean isBoundedAtZero() {
    MultivariatePolynomial f = atZero(pair.f());
    MultivariatePolynomial fBar = atZero(pair.fBar());
    boolean positive = isNonnegative(f) || isNonnegative(f.negate());
    BigInteger first = f.at(Map.of(Y, BigInteger.ZERO));
    return positive
        && first.signum() != 0
        && isNonnegative(f.multiply(f).subtract(fBar.multiply(fBar)));
  }

  /** At x = 0, as a polynomial of y − y0. */
  private MultivariatePolynomial atZero(MultivariatePolynomial p) {
    return p.substitute(Map.of(X, MultivariatePolynomial.ZERO)).shifted(Y, y0);
  }

  private boolean fallsFast() {
    return h1.degree() < h2.degree()
        || h1.degree() == h2.degree() && h1.leading().abs().compareTo(h2.leading().abs()) < 0;
  }

  private boolean fallsSlowly(MultivariatePolynomial excess) {
    int d = h1.degree();
    MultivariatePolynomial growth =
        excess
            .multiply(inX(IntegerPolynomial.of(1, 1)))
            .add(inX(h1))
            .subtract(inX(h2.shifted(1)))
            .shifted(Y, y0 + 1);
    return h1.equals(h2)
        && d >= 2
        && pair.f().terms().keySet().stream().allMatch(m -> m.exponent(X) <= d)
        && at(pair.f(), y0).add(h1.negate()).degree() < d
        && isNonnegative(growth);
  }

  /** What is claimed, line by line. */
  List<String> chain() {
    Pair.Conservative c = (Pair.Conservative) pair.check();
    return List.of(
        "M_x = [0, b(x); 1, a(x,y)] and M_y = [g, b(x); 1, f] with f = %s, g = %s, a = %s, b = %s:"
                .formatted(pair.f(), pair.fBar(), c.a(), c.b())
            + " M_x(x,y)*M_y(x+1,y) = M_y(x,y)*M_x(x,y+1)",
        "b = -h1*h2, a(x,%1$d) = h1(x) + h2(x+1), h1 = %2$s, h2 = %3$s; a(x,y) >= a(x,%1$d) for y >="
                .formatted(y0, h1, h2)
                .replace('n', 'x')
            + " %d, |g(0,y)| <= |f(0,y)|".formatted(y0)
            + (fallsFast()
                ? "; h1(1)...h1(x)/(h2(1)...h2(x)) falls exponentially or faster"
                : "; h1 = h2, and h2(x+1) <= h1(x) + (x+1)*(a(x,y) - a(x,%1$d)) for y > %1$d"
                    .formatted(y0)),
        "so all walks from (1, %1$d) on which x grows have the limit of the one along x, which is"
                .formatted(y0)
            + " the value of a(n,%1$d), b(n), less a(0,%1$d)".formatted(y0));
  }
}
