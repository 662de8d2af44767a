package org.formulary.truth.constant.series;

import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;

/** The natural logarithm. */
final class Logarithm {
  private static final int GUARD = 16;

  /** Fractions of primes up to this are products of few series. */
  private static final int LARGEST_PRIME = 97;

  /** Numbers from 2^−this to 2^this are not scaled. */
  private static final int MODERATE = 8;

  /** With so many bits or fewer, a logarithm to 40 bits is start enough. */
  private static final int START_BITS = 110;

  private static final int START = 40;

  private Logarithm() {}

  static FixedBall of(Value x, int bits) {
    return switch (x) {
      case Value.Exact(Rational value) -> of(value, bits);
      case Value.Near(FixedBall ball) -> of(ball);
    };
  }

  /** log x for a fraction x; throws {@link Stop} for x ≤ 0. */
  static FixedBall of(Rational x, int bits) {
    if (x.signum() <= 0) {
      throw Stop.noValue("log of a number that is not positive");
    }
    Map<Long, Rational> parts = new TreeMap<>();
    boolean smooth =
        x.size() <= Value.LONGEST >> 4
            && collect(x.numerator(), Rational.ONE, parts)
            && collect(x.denominator(), Rational.of(-1), parts);
    if (!smooth) {
      return of(x.ball(bits + GUARD)).withBits(bits);
    }
    int wide = bits + GUARD;
    FixedBall sum = FixedBall.of(0, wide);
    for (Map.Entry<Long, Rational> part : parts.entrySet()) {
      Rational factor = part.getValue();
      if (factor.signum() != 0) {
        FixedBall atanh = NamedConstants.atanhOfReciprocal(part.getKey(), wide);
        sum = sum.add(atanh.multiply(factor.numerator()).divide(factor.denominator()));
      }
    }
    return sum.withBits(bits);
  }

  /**
   * Adds a multiple of log n to a sum of multiples of atanh(1/m), by m; false if a prime is too
   * large.
   *
   * <p>log 2 = 18 atanh(1/26) − 2 atanh(1/4801) + 8 atanh(1/8749) (OEIS A002162), and for an odd
   * prime p, as p²/(p² − 1) = (1 + z)/(1 − z) for z = 1/(2p² − 1), log p = (log(p − 1) + log(p +
   * 1))/2 + atanh(1/(2p² − 1)).
   */
  private static boolean collect(BigInteger n, Rational multiple, Map<Long, Rational> parts) {
    BigInteger rest = n;
    for (int prime = 2; prime <= LARGEST_PRIME && rest.bitLength() > 1; prime++) {
      BigInteger divisor = BigInteger.valueOf(prime);
      int times = 0;
      for (BigInteger[] d = rest.divideAndRemainder(divisor);
          d[1].signum() == 0;
          d = rest.divideAndRemainder(divisor)) {
        rest = d[0];
        times++;
      }
      if (times > 0) {
        collectPrime(prime, multiple.multiply(times), parts);
      }
    }
    return rest.equals(BigInteger.ONE);
  }

  private static void collectPrime(int p, Rational multiple, Map<Long, Rational> parts) {
    if (p == 2) {
      parts.merge(26L, multiple.multiply(18), Rational::add);
      parts.merge(4801L, multiple.multiply(-2), Rational::add);
      parts.merge(8749L, multiple.multiply(8), Rational::add);
      return;
    }
    parts.merge(2L * p * p - 1, multiple, Rational::add);
    Rational half = multiple.multiply(Rational.of(1, 2));
    collect(BigInteger.valueOf(p - 1L), half, parts);
    collect(BigInteger.valueOf(p + 1L), half, parts);
  }

  /**
   * log x for the numbers of a ball; throws {@link Stop} unless all are positive.
   *
   * <p>Error: for x within r of the middle m &gt; r, |log x − log m| ≤ r/(m − r); the rest as in
   * {@link #ofPoint} (proved).
   */
  static FixedBall of(FixedBall x) {
    if (x.lower().signum() <= 0) {
      throw x.upper().signum() <= 0
          ? Stop.noValue("log of a number that is not positive")
          : Stop.tooFewBits();
    }
    int bits = x.bits();
    int wide = bits + GUARD;
    int size = x.middle().bitLength() - bits;
    int places = Math.abs(size) < MODERATE ? 0 : size;
    // Scaled to [1/2, 1), where a cut of r units changes the logarithm by little more than 2r.
    FixedBall point = FixedBall.point(x.middle().shiftLeft(GUARD), wide).scale(-places);
    FixedBall log = ofPoint(point.middle(), wide);
    BigInteger cut = point.radius().shiftLeft(2);
    if (places != 0) {
      int more = wide + Integer.SIZE;
      log = log.add(of(Rational.of(2), more).multiply(places).withBits(wide));
    }
    BigInteger spread = FixedBall.divideUp(x.radius().shiftLeft(bits), x.lower());
    return log.widen(cut).withBits(bits).widen(spread);
  }

  /**
   * log v for v of so many units, from 2^−{@value #MODERATE} to 2^{@value #MODERATE}.
   *
   * <p>log v = y + 2 atanh z, z = (v − e^y)/(v + e^y), for any y; here one that is good to a third
   * of the bits, by recursion.
   *
   * <p>Error: 0 ≤ |2 atanh z − 2z| ≤ |z|³ for |z| ≤ ½, as 2/3 |z|³/(1 − z²) bounds the rest of the
   * series; the other operations round outward (proved).
   */
  private static FixedBall ofPoint(BigInteger v, int bits) {
    BigInteger y;
    if (bits <= START_BITS) {
      double start = StrictMath.log(v.doubleValue()) - bits * StrictMath.log(2);
      long units = StrictMath.round(Math.scalb(start, START));
      y = BigInteger.valueOf(units).shiftLeft(bits).shiftRight(START);
    } else {
      int few = bits / 3 + 10;
      y = ofPoint(v.shiftRight(bits - few), few).middle().shiftLeft(bits - few);
    }
    FixedBall x = FixedBall.point(v, bits);
    FixedBall power = Exponential.moderate(FixedBall.point(y, bits));
    FixedBall z = x.subtract(power).divide(x.add(power));
    BigInteger size = z.greatest();
    if (size.bitLength() >= bits) {
      throw Stop.tooFewBits();
    }
    return FixedBall.point(y, bits).add(z.scale(1)).widen(FixedBall.shiftUp(size.pow(3), 2 * bits));
  }
}
