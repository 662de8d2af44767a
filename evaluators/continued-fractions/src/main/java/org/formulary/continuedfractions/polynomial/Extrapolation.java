package org.formulary.continuedfractions.polynomial;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.formulary.continuedfractions.convergent.Convergents;
import org.formulary.truth.Enclosure;

/**
 * Sums polynomial fractions whose error falls like n^−s with a whole s, by their convergents alone;
 * it shares nothing with {@link Limit}. If x_n = x + n^−s Σ d_k n^−k, the divided difference of n^s
 * (x_n − x) over many n, as a function of 1/n, nearly vanishes, so that x is a mean of the x_n with
 * the weights (−1)^j binom(M, j) j^(M − 1) j^s at n = h j (Richardson's extrapolation with
 * exponents s, s + 1, …). Convergents are exact. The limit is taken to be within {@value #CAUTION}
 * times the distance of the mean of all M from that of the first seven eighths.
 */
public final class Extrapolation {
  /** h: even, because the error may change its sign from term to term. */
  private static final int SPACING = 20;

  /** log2 of what a further convergent gains, at least: 2 π h, and some for the growth of d_k. */
  private static final double BITS_GAINED = 5;

  private static final int MOST_EXPONENT = 1000;
  private static final int FEWEST = 24;
  private static final int CAUTION = 8;
  private static final int OPEN_BITS = 6;
  private static final int GUARD_BITS = 64;

  /** Bits that the weights, which alternate, cancel for each convergent: log2 of e², and some. */
  private static final double BITS_CANCELLED = 3.5;

  private final PolynomialFraction fraction;

  /** s. */
  private final int exponent;

  private final int bits;
  private final int count;

  /** Binary places of convergents and weights. */
  private final int places;

  private Extrapolation(PolynomialFraction fraction, int exponent, int bits) {
    this.fraction = fraction;
    this.exponent = exponent;
    this.bits = bits;
    this.count = FEWEST + (int) (bits / BITS_GAINED);
    this.places = bits + GUARD_BITS + (int) (BITS_CANCELLED * count);
  }

  /**
   * The limit to so many bits after the point.
   *
   * @return empty where the error does not fall like a whole power of n, the fraction ends, a
   *     convergent is 1/0, or the means do not agree
   */
  public static Optional<Limit.Finite> limit(PolynomialFraction f, int bits) {
    if (!(Convergence.of(f) instanceof Convergence.Polynomial law)) {
      return Optional.empty();
    }
    int exponent = (int) Math.rint(law.exponent());
    BigInteger square = law.below().multiply(BigInteger.valueOf(exponent).pow(2));
    if (exponent > MOST_EXPONENT || !law.above().equals(square)) {
      return Optional.empty(); // powers n^−2s, n^−3s, … of an irrational s are no powers n^−s − k
    }
    Extrapolation e = new Extrapolation(f, exponent, bits + OPEN_BITS);
    int depth = SPACING * e.count;
    return f.end(depth).isPresent()
        ? Optional.empty()
        : e.limit().map(value -> new Limit.Finite(value, depth, law));
  }

  private Optional<Enclosure> limit() {
    List<BigInteger> convergents = convergents();
    if (convergents.size() < count) {
      return Optional.empty();
    }
    BigInteger all = mean(convergents, count);
    BigInteger fewer = mean(convergents, count - count / 8);
    BigInteger radius =
        all.subtract(fewer)
            .abs()
            .multiply(BigInteger.valueOf(CAUTION))
            .shiftRight(places - bits)
            .add(BigInteger.TWO);
    BigInteger middle = all.shiftRight(places - bits);
    return radius.bitLength() < OPEN_BITS
        ? Optional.of(new Enclosure(middle.subtract(radius), middle.add(radius), bits))
        : Optional.empty();
  }

  /** Those of depth h j, as far as their denominators do not vanish. */
  private List<BigInteger> convergents() {
    List<BigInteger> values = new ArrayList<>();
    Convergents all = Convergents.of(fraction.a()::at, fraction.b()::at, 1);
    for (int j = 1; j <= count; j++) {
      int from = SPACING * (j - 1) + 1;
      all = all.times(Convergents.of(fraction.a()::at, fraction.b()::at, from, from + SPACING));
      if (all.q().signum() == 0) {
        break;
      }
      values.add(quotient(all.p(), all.q()));
    }
    return values;
  }

  /** Only the leading bits of long numbers matter. */
  private BigInteger quotient(BigInteger p, BigInteger q) {
    int excess = Math.max(0, Math.min(p.bitLength(), q.bitLength()) - places - GUARD_BITS);
    return p.shiftRight(excess).shiftLeft(places).divide(q.shiftRight(excess));
  }

  /** The weighted mean of the first convergents. */
  private BigInteger mean(List<BigInteger> convergents, int terms) {
    BigInteger sum = BigInteger.ZERO;
    BigInteger weights = BigInteger.ZERO;
    BigInteger binomial = BigInteger.ONE;
    for (int j = 1; j <= terms; j++) {
      binomial =
          binomial.multiply(BigInteger.valueOf(terms - j + 1L)).divide(BigInteger.valueOf(j));
      BigInteger size = binomial.multiply(BigInteger.valueOf(j).pow(terms - 1 + exponent));
      BigInteger weight = j % 2 == 0 ? size.negate() : size;
      sum = sum.add(weight.multiply(convergents.get(j - 1)));
      weights = weights.add(weight);
    }
    return sum.divide(weights);
  }
}
