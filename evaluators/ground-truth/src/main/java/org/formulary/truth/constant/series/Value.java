package org.formulary.truth.constant.series;

/**
 * An intermediate value. Exact ones are kept apart because series at short fractions are faster,
 * and because a power with a whole exponent has a meaning that one with an exponent near it has
 * not.
 */
sealed interface Value {
  Value ONE = new Exact(Rational.ONE);

  /** A fraction. */
  record Exact(Rational value) implements Value {}

  /** A number somewhere in a ball. */
  record Near(FixedBall ball) implements Value {}

  /** Longer fractions are of no use. */
  int LONGEST = 1 << 17;

  /** Longer fractions make no short series. */
  int SHORT = 64;

  /** A fraction, as a ball if it is long. */
  static Value of(Rational value, int bits) {
    return value.size() <= LONGEST ? new Exact(value) : new Near(value.ball(bits));
  }

  static Value of(FixedBall ball) {
    return new Near(ball);
  }

  static Value of(long value) {
    return new Exact(Rational.of(value));
  }

  default FixedBall ball(int bits) {
    return switch (this) {
      case Exact(Rational value) -> value.ball(bits);
      case Near(FixedBall ball) -> ball.withBits(bits);
    };
  }

  /** Whether this is a fraction in whose powers a series is summed by splitting. */
  default boolean isShort() {
    return this instanceof Exact(Rational value) && value.size() <= SHORT;
  }

  default Value negate() {
    return switch (this) {
      case Exact(Rational value) -> new Exact(value.negate());
      case Near(FixedBall ball) -> new Near(ball.negate());
    };
  }

  /** The sum, at so many bits where it is not exact. */
  default Value add(Value that, int bits) {
    return this instanceof Exact(Rational a) && that instanceof Exact(Rational b)
        ? of(a.add(b), bits)
        : of(ball(bits).add(that.ball(bits)));
  }

  /** The product, at so many bits where it is not exact. */
  default Value multiply(Value that, int bits) {
    if (isZero() || that.isZero()) {
      return of(0);
    }
    if (that.isShort() && that instanceof Exact(Rational factor)) {
      return multiply(factor, bits);
    }
    if (isShort()) {
      return that.multiply(this, bits);
    }
    return this instanceof Exact(Rational a) && that instanceof Exact(Rational b)
        ? of(a.multiply(b), bits)
        : of(ball(bits).multiply(that.ball(bits)));
  }

  /** The product with a fraction, by its numerator and denominator. */
  default Value multiply(Rational factor, int bits) {
    return switch (this) {
      case Exact(Rational value) -> of(value.multiply(factor), bits);
      case Near(FixedBall ball) ->
          of(ball.withBits(bits).multiply(factor.numerator()).divide(factor.denominator()));
    };
  }

  /** The quotient, at so many bits where it is not exact. */
  default Value divide(Value that, int bits) {
    if (that.isZero()) {
      throw Stop.noValue("division by 0");
    }
    return switch (that) {
      case Exact(Rational divisor) when this instanceof Exact(Rational value) ->
          of(value.multiply(divisor.reciprocal()), bits);
      case Exact(Rational divisor) when divisor.size() <= SHORT ->
          multiply(divisor.reciprocal(), bits);
      case Exact _, Near _ -> of(ball(bits).divide(that.ball(bits)));
    };
  }

  /** Whether this is 0 for certain. */
  default boolean isZero() {
    return this instanceof Exact(Rational value) && value.signum() == 0;
  }

  /** Whether this is negative; needs more bits where that is open. */
  default boolean isNegative() {
    return switch (this) {
      case Exact(Rational value) -> value.signum() < 0;
      case Near(FixedBall ball) -> {
        if (ball.lower().signum() < 0 && ball.upper().signum() >= 0) {
          throw Stop.tooFewBits();
        }
        yield ball.upper().signum() < 0;
      }
    };
  }
}
