package org.formulary.continuedfractions.field;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/**
 * Two polynomials f and f̄ of x and y from which a field of rank 2 can be made: M_x = [[0, b(x)],
 * [1, a(x, y)]] and M_y = [[f̄(x, y), b(x)], [1, f(x, y)]]. It is conservative if and only if
 * (arXiv 2303.09318)
 *
 * <ul>
 *   <li>f(x, y) − f̄(x + 1, y) = f(x + 1, y − 1) − f̄(x, y − 1), which is a(x, y), and
 *   <li>f f̄ is a function of x and one of y: f f̄(x, y) − f f̄(0, y) = f f̄(x, 0) − f f̄(0, 0),
 *       which is b(x).
 * </ul>
 *
 * Further variables are parameters, and the conditions must hold for all their values.
 */
public record Pair(MultivariatePolynomial f, MultivariatePolynomial fBar) {
  private static final String X = "x";
  private static final String Y = "y";

  /** What the conditions say. */
  public sealed interface Outcome {}

  /** Both conditions hold identically; the field is conservative. */
  public record Conservative(MultivariatePolynomial a, MultivariatePolynomial b, MatrixField field)
      implements Outcome {}

  /**
   * A condition fails.
   *
   * @param reason which one, and what its sides differ by
   */
  public record Refused(String reason) implements Outcome {}

  /** Of the texts of polynomials. */
  public static Pair parse(String f, String fBar) {
    return new Pair(MultivariatePolynomial.parse(f), MultivariatePolynomial.parse(fBar));
  }

  /** Expands both conditions, and makes the field where they hold. */
  public Outcome check() {
    MultivariatePolynomial a = f.subtract(fBar.shifted(X, 1));
    MultivariatePolynomial other = f.shifted(X, 1).subtract(fBar).shifted(Y, -1);
    if (!a.equals(other)) {
      return new Refused("linear condition: the sides differ by " + a.subtract(other));
    }
    MultivariatePolynomial product = f.multiply(fBar);
    MultivariatePolynomial b = at0(product, Y).subtract(at0(at0(product, X), Y));
    MultivariatePolynomial difference = product.subtract(at0(product, X)).subtract(b);
    if (!difference.isZero()) {
      return new Refused("quadratic condition: the sides differ by " + difference);
    }
    return new Conservative(a, b, field(a, b));
  }

  private static MultivariatePolynomial at0(MultivariatePolynomial p, String variable) {
    return p.substitute(Map.of(variable, MultivariatePolynomial.ZERO));
  }

  private MatrixField field(MultivariatePolynomial a, MultivariatePolynomial b) {
    MultivariatePolynomial one = MultivariatePolynomial.ONE;
    return MatrixField.of(
        new FieldMatrix(List.of(List.of(MultivariatePolynomial.ZERO, b), List.of(one, a)), one),
        new FieldMatrix(List.of(List.of(fBar, b), List.of(one, f)), one));
  }

  /** With values of parameters. */
  Pair with(Map<String, MultivariatePolynomial> values) {
    return new Pair(f.substitute(values), fBar.substitute(values));
  }

  /**
   * Without a common whole factor, the leading coefficient of f positive: both conditions are
   * homogeneous, so that a multiple of a pair makes the same field but for an inflation.
   */
  Pair primitive() {
    BigInteger content = f.content().gcd(fBar.content());
    if (content.signum() == 0) {
      return this;
    }
    BigInteger divisor = f.leading().signum() < 0 ? content.negate() : content;
    return new Pair(f.divide(divisor), fBar.divide(divisor));
  }

  @Override
  public String toString() {
    return "f = %s, f̄ = %s".formatted(f, fBar);
  }
}
