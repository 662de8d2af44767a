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
 * A proof that a polynomial fraction has a value: from some index on it is a sum ({@link
 * EulerForm}), which telescopes ({@link Telescoped}) but for terms whose sum has a closed form
 * ({@link Sums}, {@link ArcsineSum}), and the value is the same rational function of constants.
 * Every step is an identity of polynomials or of rational numbers, checked exactly.
 *
 * @param fraction the whole fraction
 * @param start the index from which it is the sum's
 * @param rest the closed form of the sum of what does not telescope
 */
record SumProof(PolynomialFraction fraction, int start, Telescoped sum, Symbolic rest)
    implements Proof {
  /** Terms from which the PARI/GP program has the sum, to compare it with the closed form. */
  private static final int SUMMED = 400;

  /** The largest index from which the fraction is tried to be a sum. */
  private static final int LATEST = 4;

  /** A proof of whatever value the fraction has, if one is found where it is a sum from 0 on. */
  static Optional<SumProof> of(PolynomialFraction f) {
    return EulerForm.of(f).stream()
        .flatMap(form -> of(f, 0, form).stream())
        .filter(p -> p.value().isPresent())
        .findFirst();
  }

  /** A proof that the fraction has this value, if one is found. */
  static Optional<SumProof> of(PolynomialFraction f, Constant value) {
    Optional<Symbolic> claimed = Symbolic.of(FormulaParser.parse(value.formula()));
    if (claimed.isEmpty()) {
      return Optional.empty();
    }
    for (int start = 0; start <= LATEST; start++) {
      for (EulerForm form : EulerForm.of(f.from(start))) {
        Optional<SumProof> proof =
            of(f, start, form).filter(p -> p.value().filter(claimed.get()::is).isPresent());
        if (proof.isPresent()) {
          return proof;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<SumProof> of(PolynomialFraction f, int start, EulerForm form) {
    return Telescoped.of(form)
        .flatMap(
            sum ->
                Summand.of(sum)
                    .flatMap(Sums::of)
                    .or(() -> ArcsineSum.of(sum))
                    .map(rest -> new SumProof(f, start, sum, rest)));
  }

  /** The sum of all terms. */
  private Symbolic total() {
    return rest.plus(Symbolic.of(sum.boundary()));
  }

  /** The value: of what begins at start a(0) − f(1) h2(1)/f(0) + 1/(f(0)² S), if S is not 0. */
  Optional<Symbolic> value() {
    BigInteger f0 = form().f().at(0);
    Symbolic below = total().times(BigFraction.of(f0.multiply(f0)));
    if (below.isZero()) {
      return Optional.empty();
    }
    return before(fraction, start, Symbolic.of(first()).plus(below.reciprocal()));
  }

  /** The value of a fraction, from what its a(start) + b(start + 1)/(a(start + 1) + … is. */
  static Optional<Symbolic> before(PolynomialFraction f, int start, Symbolic rest) {
    Symbolic value = rest;
    for (int n = start; n > 0; n--) {
      if (value.isZero()) {
        return Optional.empty();
      }
      value =
          Symbolic.of(BigFraction.of(f.a().at(n - 1L)))
              .plus(value.reciprocal().times(BigFraction.of(f.b().at(n))));
    }
    return Optional.of(value);
  }

  private EulerForm form() {
    return sum.form();
  }

  private BigFraction first() {
    BigInteger f1 = form().f().at(1).multiply(form().h2().at(1));
    return BigFraction.of(form().fraction().a().at(0))
        .subtract(BigFraction.of(f1, form().f().at(0)));
  }

  @Override
  public String method() {
    return "a sum";
  }

  /** Whether every step holds: both identities of polynomials, the closed form, and the value. */
  @Override
  public boolean proves(PolynomialFraction f, Constant value) {
    return holds(f)
        && value()
            .flatMap(v -> Symbolic.of(FormulaParser.parse(value.formula())).filter(v::is))
            .isPresent();
  }

  /** Whether every step holds, and they are about this fraction. */
  boolean holds(PolynomialFraction f) {
    return f.equals(fraction)
        && form().fraction().equals(f.from(start))
        && form().holds()
        && sum.holds()
        && of(f, start, form()).filter(p -> p.rest.is(rest)).isPresent();
  }

  @Override
  public List<String> chain() {
    return List.of(
        "h1 = %s, h2 = %s, f = %s: b(n) = -h1(n)*h2(n), f(n)*a(n) = f(n-1)*h1(n) + f(n+1)*h2(n+1)"
            .formatted(form().h1(), form().h2(), form().f()),
        "so the fraction%s is %s + 1/(%s*S), S the sum over k >= 0 of C(k)/(f(k)*f(k+1)), C(k) ="
                .formatted(
                    start == 0 ? "" : " from a(%d) on, shifted to n = 0,".formatted(start),
                    Fractions.text(first()),
                    form().f().at(0).pow(2))
            + " h1(1)...h1(k)/(h2(1)...h2(k+1)) (Euler)",
        "r = %s, g = %s: %s = r(k)*f(k)*f(k+1) + h1(k+1)*g(k+1)*f(k) - h2(k+1)*g(k)*f(k+1), so S ="
                .formatted(sum.r(), sum.g(), sum.d())
            + " %s + the sum of C(k)*r(k)/%s".formatted(Fractions.text(sum.boundary()), sum.d()),
        "that sum is %s, by partial fractions and known series".formatted(rest));
  }

  @Override
  public String pari() {
    return PariScript.of(
        """
        a = %s; b = %s; h1 = %s; h2 = %s; f = %s; r = %s; g = %s; d = %s;
        at(p, x) = subst(p, 'n, x);
        check(b == -h1*h2, "b");
        check(f*a == at(f, 'n - 1)*h1 + at(f, 'n + 1)*at(h2, 'n + 1), "a");
        {check(d == r*f*at(f, 'n + 1) + at(h1, 'n + 1)*at(g, 'n + 1)*f
          - at(h2, 'n + 1)*g*at(f, 'n + 1), "telescope")};
        default(realprecision, 60);
        %s
        C = vector(%d); C[1] = 1/at(h2, 1);
        for(k = 1, #C - 1, C[k + 1] = C[k]*at(h1, k)/at(h2, k + 1));
        default(realprecision, 200);
        t = vector(#C, k, 1.*C[k]*at(r, k - 1)/d); T = t; for(k = 2, #T, T[k] += T[k - 1]);
        default(realprecision, 60);
        check(abs(%s - (%s)) < 1e-30, "sum");
        """
            .formatted(
                form().fraction().a(),
                form().fraction().b(),
                form().h1(),
                form().h2(),
                form().f(),
                sum.r(),
                sum.g(),
                sum.d(),
                rest.definitions(),
                SUMMED,
                limit(),
                rest));
  }

  /**
   * What the terms t have for their sum, T for the sum up to one: they fall like powers of a number
   * or faster, or the quotient of neighbours tends to −1 or 1, and they are rational functions.
   */
  private String limit() {
    EulerForm f = form();
    boolean fast =
        f.h1().degree() < f.h2().degree()
            || f.h1().leading().abs().compareTo(f.h2().leading().abs()) < 0;
    boolean alternate = f.h1().leading().signum() != f.h2().leading().signum();
    return fast ? "T[#T]" : alternate ? "sumalt(k = 0, t[k + 1])" : "limitnum(N -> T[N])";
  }
}
