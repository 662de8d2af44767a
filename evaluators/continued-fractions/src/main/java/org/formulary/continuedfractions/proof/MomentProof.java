package org.formulary.continuedfractions.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.formulary.continuedfractions.polynomial.Fractions;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.formulary.expressions.parse.FormulaParser;
import org.formulary.truth.constant.Constant;

/**
 * A proof that a polynomial fraction has a value: from some index on it is a quotient of moments of
 * an elementary function ({@link MomentForm}), which integration by parts reduces to one integral
 * ({@link Moments}). These are the elementary ones among Gauss's fractions. v(−1), which is divided
 * by, is a rational combination of 1 and that integral, which is algebraic or, as a logarithm of an
 * algebraic number by one, transcendental (Lindemann): what is not 0 as a rational function is not
 * 0 as a number.
 *
 * @param fraction the whole fraction
 * @param start the index from which it is the moments'
 */
record MomentProof(PolynomialFraction fraction, int start, Moments moments) implements Proof {
  /** The largest index from which the fraction is tried to be such a quotient. */
  private static final int LATEST = 4;

  /** A proof that the fraction has this value, if one is found. */
  static Optional<MomentProof> of(PolynomialFraction f, Constant value) {
    Optional<Symbolic> claimed = Symbolic.of(FormulaParser.parse(value.formula()));
    if (claimed.isEmpty()) {
      return Optional.empty();
    }
    return of(f).filter(p -> p.value().filter(claimed.get()::is).isPresent()).findFirst();
  }

  /** All such quotients that the fraction is, each from the first index that makes r1 &gt; −1. */
  static Stream<MomentProof> of(PolynomialFraction f) {
    return IntStream.rangeClosed(0, LATEST)
        .boxed()
        .flatMap(
            start ->
                MomentForm.of(f.from(start)).stream()
                    .filter(form -> start == 0 || form.r1().signum() < 0)
                    .flatMap(form -> Moments.of(form).stream())
                    .map(moments -> new MomentProof(f, start, moments)))
        .filter(proof -> !proof.endsBefore());
  }

  /** Whether b has a zero from 1 to start; the form has none beyond. */
  private boolean endsBefore() {
    return fraction.end(start).isPresent();
  }

  /** The value; empty where it is 1/0. */
  Optional<Symbolic> value() {
    return rest().flatMap(rest -> SumProof.before(fraction, start, rest));
  }

  /** The value of what begins at start. */
  private Optional<Symbolic> rest() {
    Symbolic first = moments.values().getFirst();
    Symbolic second = moments.values().getLast();
    return second.isZero()
        ? Optional.empty()
        : Optional.of(form().value(first.times(second.reciprocal())));
  }

  private MomentForm form() {
    return moments.form();
  }

  @Override
  public String method() {
    return "moments of an elementary function";
  }

  /** Whether every step holds: the recurrence of the moments, their reduction, and the value. */
  @Override
  public boolean proves(PolynomialFraction f, Constant value) {
    return f.equals(fraction)
        && form().fraction().equals(f.from(start))
        && !endsBefore()
        && form().holds()
        && moments.hold()
        && value()
            .flatMap(v -> Symbolic.of(FormulaParser.parse(value.formula())).filter(v::is))
            .isPresent();
  }

  @Override
  public List<String> chain() {
    List<String> chain = new ArrayList<>();
    if (start > 0) {
      chain.add(
          "from a(%d) on the fraction, shifted to n = 0, is %s"
              .formatted(start, form().fraction()));
    }
    chain.addAll(form().chain());
    chain.addAll(moments.chain());
    return chain;
  }

  @Override
  public String pari() {
    Weight w = form().weight();
    Symbolic rest = rest().orElseThrow();
    return PariScript.of(
        """
        a = %1$s; b = %2$s; c = %3$s; r1 = %4$s; r2 = %5$s; p1 = %6$s; p2 = %7$s; T = %8$s;
        check(b == c*(n + r1)*(n + r2), "b");
        {check((M + r1 + 1)*T + X*deriv(T, X) + X*(%9$s - (p1 + p2)*X)
          == c*(M + r1 + 1) + subst(a, n, M + 1)*X - (M + r2 + 2)*X^2, "recurrence")};
        default(realprecision, 60);
        l1 = (%10$s%11$ssqrt(%12$s))/2; l2 = %10$s - l1;
        check(abs(p1*l2 + p2*l1 - (%9$s)) < 1e-50, "weight");
        %13$s
        %14$s\
        \\\\ v(m), but for a constant factor
        {v(m) = l2^m*gamma(m + r1 + 2)/gamma(m + r1 + p2 + 3)
          *hypergeom([-p1, m + r1 + 2], m + r1 + p2 + 3, l2/l1)};
        y = subst(a, n, 0) - (1 + r2)*v(0)/v(-1);
        check(abs(y - (%15$s)) <= 1e-40*abs(y), "value");
        """
            .formatted(
                form().fraction().a(),
                form().fraction().b(),
                w.c(),
                Fractions.text(form().r1()),
                Fractions.text(form().r2()),
                Fractions.text(w.p1()),
                Fractions.text(w.p2()),
                Moments.upper(w.t()),
                Fractions.text(w.constant()),
                w.e(),
                w.e().signum() < 0 ? " - " : " + ",
                w.discriminant(),
                rest.definitions(),
                moments.pari(),
                rest));
  }
}
