package org.formulary.continuedfractions.survey;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.formulary.continuedfractions.hypergeometric.ClosedForm;
import org.formulary.continuedfractions.polynomial.Convergence;
import org.formulary.continuedfractions.polynomial.Limit;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.formulary.truth.Enclosure;

/**
 * What is measured of one fraction.
 *
 * @param detail where it ends, or why it is unresolved or has no limit; else empty
 * @param exact the quotient of whole numbers that it is, {@code 1/0} included; else empty
 * @param value the limit, where it was computed
 * @param law {@link Law#NONE} where it has no limit
 * @param growth of the denominators, where they were looked at
 * @param delta asymptotic δ, NaN where there is none
 * @param deltaAtDepth δ of the convergent of depth {@value #EARLY}, NaN where its distance from the
 *     limit is below the digits of the limit
 * @param closed the closed form, where there is one that applies
 * @param agreedDigits decimal digits to which the closed form is the limit
 */
record Measurement(
    Kind kind,
    String detail,
    String exact,
    Optional<Enclosure> value,
    Law law,
    Optional<Growth> growth,
    double delta,
    double deltaAtDepth,
    Optional<ClosedForm> closed,
    int agreedDigits) {
  /** Binary places of limits. */
  static final int BITS = 192;

  /** The depth of {@link #deltaAtDepth}. */
  static final int EARLY = 32;

  private static final int FACTORIAL_DEPTH = 128;
  private static final int DEPTH = 256;
  private static final int DEEP = 1024;
  private static final int CAUTION = 8;
  private static final int LARGEST_END = 1_000_000;

  /** A limit may be wrong in so many of its last binary places. */
  private static final int OPEN_BITS = 16;

  /** A fraction of which the leading coefficient of a is positive. */
  static Measurement of(PolynomialFraction f) {
    OptionalLong end = f.end(LARGEST_END);
    if (end.isPresent()) {
      return end(f, end.getAsLong());
    }
    Convergence convergence = Convergence.of(f);
    if (convergence instanceof Convergence.None(String reason)) {
      return bare(f.b().leading().signum() > 0 ? Kind.TWO_LIMITS : Kind.OSCILLATES, reason, "");
    }
    int depth = convergence instanceof Convergence.Factorial ? FACTORIAL_DEPTH : DEPTH;
    List<ExactConvergent> some = ExactConvergent.of(f, EARLY, depth - depth / 8, depth);
    Reached reached =
        convergence instanceof Convergence.Factorial && some.size() == 3
            ? between(some.get(1), some.get(2)).orElseGet(() -> limit(f))
            : limit(f);
    return measured(f, convergence, some, reached);
  }

  private static Measurement bare(Kind kind, String detail, String exact) {
    return new Measurement(
        kind,
        detail,
        exact,
        Optional.empty(),
        Law.NONE,
        Optional.empty(),
        Double.NaN,
        Double.NaN,
        Optional.empty(),
        0);
  }

  private static Measurement end(PolynomialFraction f, long k) {
    PolynomialFraction.Convergent last = f.convergent((int) k - 1);
    return bare(Kind.ENDS, "b(%d) = 0".formatted(k), quotient(last.p(), last.q()));
  }

  private static String quotient(BigInteger p, BigInteger q) {
    if (q.signum() == 0) {
      return "1/0";
    }
    BigInteger common = q.signum() < 0 ? p.gcd(q).negate() : p.gcd(q);
    String above = p.divide(common).toString();
    return q.equals(common) ? above : above + "/" + q.divide(common);
  }

  /** Where the limit is. */
  private record Reached(Kind kind, String detail, String exact, Optional<Enclosure> value) {
    static Reached at(Enclosure x) {
      Optional<String> rational = SmallRational.of(x);
      Kind kind =
          rational.isEmpty()
              ? Kind.IRRATIONAL
              : rational.get().equals("0") ? Kind.ZERO : Kind.RATIONAL;
      return new Reached(kind, "", rational.orElse(""), Optional.of(x));
    }

    static Reached infinite() {
      return new Reached(Kind.INFINITE, "", "1/0", Optional.empty());
    }
  }

  /**
   * Between two late convergents of a fraction that converges like n!^−k: the limit is taken to be
   * within {@value #CAUTION} times their distance from the later one.
   */
  private static Optional<Reached> between(ExactConvergent before, ExactConvergent last) {
    Enclosure x = around(last.units(BITS), before.units(BITS));
    if (x.width().bitLength() <= OPEN_BITS) {
      return Optional.of(Reached.at(x));
    }
    if (last.p().signum() == 0 || before.p().signum() == 0) {
      return Optional.empty();
    }
    Enclosure inverse = around(inverse(last), inverse(before));
    return inverse.width().bitLength() <= OPEN_BITS && inverse.containsZero()
        ? Optional.of(Reached.infinite())
        : Optional.empty();
  }

  private static BigInteger inverse(ExactConvergent c) {
    return c.q().shiftLeft(BITS).divide(c.p());
  }

  private static Enclosure around(BigInteger middle, BigInteger before) {
    BigInteger radius =
        middle.subtract(before).abs().add(BigInteger.TWO).multiply(BigInteger.valueOf(CAUTION));
    return new Enclosure(middle.subtract(radius), middle.add(radius), BITS);
  }

  /** By the asymptotic series of the tails; where that fails the limit may be 1/0. */
  private static Reached limit(PolynomialFraction f) {
    return switch (Limit.of(f, BITS)) {
      case Limit.Finite finite -> Reached.at(finite.value());
      case Limit.Unresolved(String reason) -> infinite(f, reason);
      case Limit.Ends _, Limit.None _ -> throw new IllegalStateException("no limit: " + f);
    };
  }

  /** x = a(0) + b(1)/x' is 1/0 where x', the fraction from the next term, is 0. */
  private static Reached infinite(PolynomialFraction f, String reason) {
    PolynomialFraction next = new PolynomialFraction(f.a().shifted(1), f.b().shifted(1));
    boolean zero =
        Limit.of(next, BITS) instanceof Limit.Finite finite
            && SmallRational.of(finite.value()).filter("0"::equals).isPresent();
    return zero ? Reached.infinite() : new Reached(Kind.UNRESOLVED, reason, "", Optional.empty());
  }

  private static Measurement measured(
      PolynomialFraction f, Convergence convergence, List<ExactConvergent> some, Reached at) {
    Optional<Growth> growth =
        some.size() == 3 ? Optional.of(growth(f, some.get(2))) : Optional.empty();
    Optional<ClosedForm> closed = at.kind == Kind.IRRATIONAL ? ClosedForm.of(f) : Optional.empty();
    int digits = closed.map(c -> agreed(c, at.value.orElseThrow())).orElse(0);
    return new Measurement(
        at.kind,
        at.detail,
        at.exact,
        at.value,
        Law.of(f, convergence),
        growth,
        growth.map(g -> g.delta(convergence)).orElse(Double.NaN),
        some.size() == 3 ? early(convergence, some, at) : Double.NaN,
        closed,
        digits);
  }

  /** Deeper where denominators reduce: δ depends on c, and so do clusters. */
  private static Growth growth(PolynomialFraction f, ExactConvergent last) {
    Growth growth = Growth.of(f, last);
    return growth.d() == 0 && f.b().degree() > 0
        ? ExactConvergent.of(f, DEEP).stream()
            .findFirst()
            .map(deep -> Growth.of(f, deep))
            .orElse(growth)
        : growth;
  }

  private static double early(Convergence convergence, List<ExactConvergent> some, Reached at) {
    ExactConvergent early = some.getFirst();
    double size = early.logReduced();
    double close =
        convergence instanceof Convergence.Factorial
            ? early.closeness(some.getLast())
            : at.value.map(early::closeness).orElse(Double.NaN);
    return size == 0 || Double.isInfinite(close) ? Double.NaN : close / size - 1;
  }

  /** Decimal digits to which a closed form agrees with a number. */
  private static int agreed(ClosedForm closed, Enclosure x) {
    Optional<BigInteger> value = closed.value(x.bits());
    if (value.isEmpty()) {
      return 0;
    }
    BigInteger distance = value.get().subtract(x.lower().add(x.upper()).shiftRight(1)).abs();
    BigInteger open = distance.max(x.width()).max(BigInteger.ONE);
    double bits = Enclosure.log2(x.magnitude()) - Enclosure.log2(open);
    return (int) Math.max(0, Enclosure.digitsOf(bits));
  }
}
