package org.formulary.truth.constant.series;

/**
 * The hyperbolic functions and their inverses by exponential and logarithm (DLMF 4.28 and 4.37);
 * every operation rounds outward.
 */
final class Hyperbolic {
  private static final Rational HALF = Rational.of(1, 2);

  private Hyperbolic() {}

  static Value sinh(Value x, int bits) {
    FixedBall power = Exponential.of(x, bits);
    return Value.of(power.subtract(power.reciprocal()).scale(-1));
  }

  static Value cosh(Value x, int bits) {
    FixedBall power = Exponential.of(x, bits);
    return Value.of(power.add(power.reciprocal()).scale(-1));
  }

  /** (1 − t)/(1 + t), t = e^(−2x), for an x that may be positive; odd. */
  static Value tanh(Value x, int bits) {
    boolean negative = x.ball(bits).middle().signum() < 0;
    Value power = (negative ? x : x.negate()).multiply(Value.of(2), bits);
    FixedBall t = Exponential.of(power, bits);
    FixedBall one = FixedBall.of(1, bits);
    FixedBall result = one.subtract(t).divide(one.add(t));
    return Value.of(negative ? result.negate() : result);
  }

  /** log(x + √(x² + 1)); odd. */
  static Value asinh(Value x, int bits) {
    if (x.ball(bits).middle().signum() < 0) {
      return asinh(x.negate(), bits).negate();
    }
    FixedBall a = x.ball(bits);
    FixedBall root = a.square().add(FixedBall.of(1, bits)).root(2);
    return Value.of(Logarithm.of(a.add(root)));
  }

  /** log(x + √((x − 1)(x + 1))) for x ≥ 1. */
  static Value acosh(Value x, int bits) {
    Value before = x.add(Value.of(-1), bits);
    if (before.isZero()) {
      return Value.of(0);
    }
    if (before.isNegative()) {
      throw Stop.noValue("acosh of a number below 1");
    }
    Value product = before.multiply(x.add(Value.ONE, bits), bits);
    return Value.of(Logarithm.of(x.ball(bits).add(product.ball(bits).root(2))));
  }

  /** log((1 + x)/(1 − x))/2 for |x| &lt; 1. */
  static Value atanh(Value x, int bits) {
    Value above = Value.ONE.add(x, bits);
    Value below = Value.ONE.add(x.negate(), bits);
    if (above.isNegative() || below.isNegative()) {
      throw Stop.noValue("atanh of a number beyond 1");
    }
    return Value.of(Logarithm.of(above.divide(below, bits), bits)).multiply(HALF, bits);
  }
}
