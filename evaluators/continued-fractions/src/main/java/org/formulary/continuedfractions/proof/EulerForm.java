package org.formulary.continuedfractions.proof;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.formulary.continuedfractions.polynomial.IntegerPolynomial;
import org.formulary.continuedfractions.polynomial.LinearEquations;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.formulary.continuedfractions.polynomial.RationalRoots;

/**
 * A polynomial fraction that is a sum: b(n) = −h1(n) h2(n) and f(n) a(n) = f(n − 1) h1(n) + f(n +
 * 1) h2(n + 1) (Euler; arXiv 2308.11829). Then y(n) = f(n + 1) h2(1) … h2(n + 1) solves the
 * recurrence of the convergents, and the value is
 *
 * <p>a(0) − f(1) h2(1)/f(0) + 1/(f(0)² S), S = Σ_{k ≥ 0} h1(1) … h1(k) / (h2(1) … h2(k + 1) f(k)
 * f(k + 1)),
 *
 * <p>provided the sum converges to a number other than 0. Proof: for the numerators and the
 * denominators u of the convergents w(n) = u(n) y(n − 1) − u(n − 1) y(n) is −b(n) w(n − 1), so that
 * u(n)/y(n) is a sum of w(k)/(y(k) y(k − 1)) = w(0) h1(1) … h1(k) / (h2(1) … h2(k + 1) f(k) f(k +
 * 1)).
 *
 * <p>A fraction that ends is left out, since closed forms of infinite sums are not those of its
 * first terms.
 *
 * @param f without zeros at n ≥ 0; h1 and h2 have none at n ≥ 1
 */
record EulerForm(
    PolynomialFraction fraction, IntegerPolynomial h1, IntegerPolynomial h2, IntegerPolynomial f) {
  private static final int MOST_FACTORS = 14;
  private static final int MOST_DEGREE = 6;
  private static final int LARGEST_CONTENT = 1_000_000;

  /** All forms of a fraction, those with an f of low degree first. */
  static List<EulerForm> of(PolynomialFraction fraction) {
    return of(fraction, MOST_DEGREE);
  }

  /** Those with an f of at most some degree. */
  static List<EulerForm> of(PolynomialFraction fraction, int mostDegree) {
    List<IntegerPolynomial> factors = RationalRoots.factors(fraction.b());
    if (factors.size() > MOST_FACTORS) {
      return List.of();
    }
    List<EulerForm> forms = new ArrayList<>();
    Set<IntegerPolynomial> seen = new LinkedHashSet<>();
    for (int subset = 0; subset < 1 << factors.size(); subset++) {
      IntegerPolynomial part = IntegerPolynomial.of(1);
      for (int i = 0; i < factors.size(); i++) {
        part = (subset >> i & 1) == 1 ? part.multiply(factors.get(i)) : part;
      }
      if (seen.add(part)) {
        IntegerPolynomial rest = fraction.b().primitive().dividedBy(part).negate();
        BigInteger content = fraction.b().leading().divide(part.multiply(rest).leading().negate());
        forms.addAll(of(fraction, part, rest, content, mostDegree));
      }
    }
    forms.sort((x, y) -> Integer.compare(x.f.degree(), y.f.degree()));
    return forms;
  }

  /** Those with h1 = s part and h2 = (content/s) rest for a whole s. */
  private static List<EulerForm> of(
      PolynomialFraction fraction,
      IntegerPolynomial part,
      IntegerPolynomial rest,
      BigInteger content,
      int mostDegree) {
    List<EulerForm> forms = new ArrayList<>();
    for (BigInteger s : divisors(content)) {
      IntegerPolynomial h1 = part.multiply(new IntegerPolynomial(List.of(s)));
      IntegerPolynomial h2 = rest.multiply(new IntegerPolynomial(List.of(content.divide(s))));
      // f is taken to be monic here, and changes the leading coefficient only where these cancel.
      int most = Math.max(h1.degree(), h2.degree());
      BigInteger lead = h1.coefficient(most).add(h2.coefficient(most));
      boolean leads = lead.signum() == 0 || lead.equals(fraction.a().coefficient(most));
      for (int degree = 0; leads && degree <= mostDegree; degree++) {
        Optional<IntegerPolynomial> f = solution(fraction.a(), h1, h2, degree);
        if (f.isPresent()) {
          EulerForm form = new EulerForm(fraction, h1, h2, f.get());
          if (form.holds()) {
            forms.add(form);
          }
          break;
        }
      }
    }
    return forms;
  }

  private static List<BigInteger> divisors(BigInteger content) {
    List<BigInteger> divisors = new ArrayList<>();
    int size = content.abs().min(BigInteger.valueOf(LARGEST_CONTENT)).intValue();
    for (int d = 1; (long) d * d <= size; d++) {
      if (content.mod(BigInteger.valueOf(d)).signum() == 0) {
        BigInteger other = content.abs().divide(BigInteger.valueOf(d));
        for (BigInteger x : new LinkedHashSet<>(List.of(BigInteger.valueOf(d), other))) {
          divisors.add(x);
          divisors.add(x.negate());
        }
      }
    }
    return divisors;
  }

  /** f of a degree with leading coefficient ≠ 0, from the linear equations of its coefficients. */
  private static Optional<IntegerPolynomial> solution(
      IntegerPolynomial a, IntegerPolynomial h1, IntegerPolynomial h2, int degree) {
    IntegerPolynomial after = h2.shifted(1).negate();
    List<IntegerPolynomial> columns = new ArrayList<>();
    IntegerPolynomial power = IntegerPolynomial.of(1);
    for (int j = 0; j <= degree; j++) {
      columns.add(
          power
              .multiply(a)
              .add(power.shifted(-1).multiply(h1).negate())
              .add(power.shifted(1).multiply(after)));
      power = power.multiply(IntegerPolynomial.N);
    }
    return LinearEquations.kernel(columns).map(IntegerPolynomial::new);
  }

  /** Whether both identities of polynomials hold, and nothing vanishes that is divided by. */
  boolean holds() {
    boolean product = fraction.b().equals(h1.multiply(h2).negate());
    boolean sum =
        f.multiply(fraction.a())
            .equals(f.shifted(-1).multiply(h1).add(f.shifted(1).multiply(h2.shifted(1))));
    return product
        && sum
        && !RationalRoots.mayVanish(f, 0)
        && !RationalRoots.mayVanish(fraction.b(), 1);
  }
}
