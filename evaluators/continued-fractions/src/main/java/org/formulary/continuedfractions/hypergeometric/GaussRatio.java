package org.formulary.continuedfractions.hypergeometric;

import java.math.BigInteger;
import java.util.Optional;
import java.util.stream.Stream;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;

/**
 * Degrees (1, 2), or (0, 2), as a quotient of contiguous hypergeometric functions.
 *
 * <p>a = e n + d, b = c n² + b1 n + b0 with D = e² + 4c &gt; 0: s β 2F1(r1, r2; β; z)/2F1(r1 + 1,
 * r2 + 1; β + 1; z), where s = √D, z = (1 − e/s)/2, r1 and r2 are the zeros of c t² − b1 t + b0,
 * and β = (b1 + c) z/c + d/s.
 *
 * <p>Input range: e ≥ 0, and d &gt; 0 if e = 0, so that s is the root that the fraction tends to;
 * coefficients of some 20 bits. Special cases: where β &lt; 1 the fraction is evaluated from a
 * later term, which adds 1 to β, r1 and r2. Error: agrees with limits to 40 digits and more, by
 * comparison with limits for 200 fractions with coefficients up to 12 and all of the box with
 * coefficients up to 5; not proved. Source: Gauss's continued fraction.
 */
public final class GaussRatio implements ClosedForm {
  private final PolynomialFraction fraction;
  private final long e;
  private final long d;
  private final long c;
  private final long b1;
  private final long b0;

  /** D = e² + 4c. */
  private final long discriminant;

  private GaussRatio(PolynomialFraction f) {
    long[] a = f.a().toLongs(1);
    long[] b = f.b().toLongs(2);
    this.fraction = f;
    this.e = a[1];
    this.d = a[0];
    this.c = b[2];
    this.b1 = b[1];
    this.b0 = b[0];
    this.discriminant = Math.addExact(Math.multiplyExact(e, e), 4 * c);
  }

  /** Empty where D is 0. */
  static Optional<ClosedForm> of(PolynomialFraction f) {
    GaussRatio ratio = new GaussRatio(f);
    return ratio.discriminant > 0 ? Optional.of(ratio) : Optional.empty();
  }

  /** e²/D: z is (1 − √(e²/D))/2. */
  public Quotient squareRatio() {
    return new Quotient(e * e, discriminant);
  }

  /** Whether c is positive. */
  public boolean increases() {
    return c > 0;
  }

  long discriminant() {
    return discriminant;
  }

  /** β = rational + irrational/√D. */
  private Quotient betaRational() {
    return new Quotient(b1 + c, 2 * c);
  }

  private Quotient betaIrrational() {
    return new Quotient(Math.subtractExact(2 * c * d, Math.multiplyExact(b1 + c, e)), 2 * c);
  }

  /** β, where it is rational. */
  public Optional<Quotient> beta() {
    Optional<Long> root = root(discriminant);
    Quotient irrational = betaIrrational();
    if (irrational.above() == 0) {
      return Optional.of(betaRational());
    }
    return root.map(
        r ->
            betaRational()
                .plus(new Quotient(irrational.above(), Math.multiplyExact(irrational.below(), r))));
  }

  /** r1 and r2, where they are rational. */
  public Optional<Stream<Quotient>> zeros() {
    return root(Math.subtractExact(b1 * b1, 4 * c * b0))
        .map(r -> Stream.of(new Quotient(b1 - r, 2 * c), new Quotient(b1 + r, 2 * c)));
  }

  /** Whether the values may be elementary, or periods: all parameters are rational. */
  public boolean isRational() {
    return beta().isPresent() && zeros().isPresent();
  }

  private static Optional<Long> root(long n) {
    BigInteger[] root = n < 0 ? null : BigInteger.valueOf(n).sqrtAndRemainder();
    return root == null || root[1].signum() != 0
        ? Optional.empty()
        : Optional.of(root[0].longValueExact());
  }

  /** By Euler's transformation r1, r2, β stand for the same as β − r1, β − r2, β. */
  @Override
  public String key() {
    Optional<Quotient> beta = beta();
    String betaText =
        beta.map(b -> b.fraction().toString())
            .orElseGet(
                () ->
                    "%s+%s/sqrt(%d)"
                        .formatted(betaRational().fraction(), betaIrrational(), discriminant));
    String zeros =
        zeros()
            .map(r -> text(r, beta))
            .orElseGet(
                () ->
                    "%s+-sqrt(%s)"
                        .formatted(
                            new Quotient(b1, 2 * c).fraction(),
                            new Quotient(Math.subtractExact(b1 * b1, 4 * c * b0), 4 * c * c)));
    return "2F1 r=%s beta=%s z=(1-sqrt(%s))/2".formatted(zeros, betaText, squareRatio());
  }

  private static String text(Stream<Quotient> zeros, Optional<Quotient> beta) {
    var r = zeros.toList();
    String plain = text(r.stream());
    return beta.map(b -> text(r.stream().map(b::minus)))
        .filter(other -> other.compareTo(plain) < 0)
        .orElse(plain);
  }

  private static String text(Stream<Quotient> numbers) {
    var sorted = numbers.map(Quotient::fraction).sorted().toList();
    return sorted.get(0) + "," + sorted.get(1);
  }

  private double roughBeta() {
    return betaRational().toDouble() + betaIrrational().toDouble() / Math.sqrt(discriminant);
  }

  @Override
  public Optional<BigInteger> value(int bits) {
    int places = bits + GUARD_BITS;
    int shift = (int) Math.max(0, Math.ceil(1 - roughBeta()));
    GaussRatio later = new GaussRatio(ClosedForm.shifted(fraction, shift));
    BigInteger root = BigInteger.valueOf(discriminant).shiftLeft(2 * places).sqrt();
    BigInteger beta =
        later
            .betaRational()
            .fixed(places)
            .add(later.betaIrrational().fixed(2 * places).divide(root));
    // e/s
    BigInteger cosine = BigInteger.valueOf(e).shiftLeft(2 * places).divide(root);
    HypergeometricSums sums =
        new HypergeometricSums(places, beta, new long[] {later.b0, later.b1, c});
    HypergeometricSums.Pair pair = sums.of(cosine);
    BigInteger above = pair.first().multiply(root.multiply(beta).shiftRight(places));
    return ClosedForm.prefixed(
        fraction, shift, new Ratio(above, pair.second().shiftLeft(places)), bits);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof GaussRatio that && fraction.equals(that.fraction);
  }

  @Override
  public int hashCode() {
    return fraction.hashCode();
  }
}
