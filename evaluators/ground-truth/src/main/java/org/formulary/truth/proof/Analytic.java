package org.formulary.truth.proof;

import java.math.BigInteger;
import java.util.Arrays;
import org.formulary.expressions.BinaryRational;

/**
 * A function with a Taylor series of its own. All results are enclosures for every point of the
 * given ball.
 */
interface Analytic {
  /** f over the ball. */
  Ball value(Ball x, int bits);

  /** f(x), f′(x), …, f^(n−1)(x)/(n−1)!, meant for thin balls, n ≥ 1. */
  Ball[] coefficients(Ball x, int n, int bits);

  /** f^(n)(x)/n! over the whole ball, n ≥ 1; as tight as a closed form allows. */
  Ball coefficient(Ball x, int n, int bits);

  /** e^x: all derivatives are e^x. */
  Analytic EXP =
      new Analytic() {
        @Override
        public Ball value(Ball x, int bits) {
          return BallFunctions.exp(x, bits);
        }

        @Override
        public Ball[] coefficients(Ball x, int n, int bits) {
          Ball[] c = new Ball[n];
          c[0] = value(x, bits);
          for (int k = 1; k < n; k++) {
            c[k] = c[k - 1].divide(k, bits);
          }
          return c;
        }

        @Override
        public Ball coefficient(Ball x, int n, int bits) {
          return value(x, bits).divide(factorial(n), bits);
        }
      };

  /** log x: the coefficients are (−1)^(k−1) / (k x^k). */
  Analytic LOG =
      new Analytic() {
        @Override
        public Ball value(Ball x, int bits) {
          return BallFunctions.log(x, bits);
        }

        @Override
        public Ball[] coefficients(Ball x, int n, int bits) {
          Ball[] c = new Ball[n];
          c[0] = value(x, bits);
          Ball inverse = Ball.ONE.divide(x, bits);
          Ball power = inverse;
          for (int k = 1; k < n; k++) {
            Ball term = power.divide(k, bits);
            c[k] = k % 2 == 1 ? term : term.negate();
            power = power.multiply(inverse, bits);
          }
          return c;
        }

        @Override
        public Ball coefficient(Ball x, int n, int bits) {
          if (!x.isPositive()) {
            throw NoEnclosureException.unclear("logarithm of a ball that reaches down to 0");
          }
          Ball term = Ball.ONE.divide(x, bits).power(n, bits).divide(n, bits);
          return n % 2 == 1 ? term : term.negate();
        }
      };

  Analytic SIN = new Circular(0);

  Analytic COS = new Circular(1);

  /** sin(x + phase π/2): the derivatives turn by a right angle each. */
  record Circular(int phase) implements Analytic {
    @Override
    public Ball value(Ball x, int bits) {
      return switch (phase & 3) {
        case 0 -> BallFunctions.sin(x, bits);
        case 1 -> BallFunctions.cos(x, bits);
        case 2 -> BallFunctions.sin(x, bits).negate();
        default -> BallFunctions.cos(x, bits).negate();
      };
    }

    @Override
    public Ball[] coefficients(Ball x, int n, int bits) {
      Ball[] derivatives = new Ball[n];
      for (int k = 0; k < n; k++) {
        derivatives[k] =
            k >= 2 ? derivatives[k - 2].negate() : new Circular(phase + k).value(x, bits);
      }
      Ball[] c = new Ball[n];
      Arrays.setAll(c, k -> derivatives[k].divide(factorial(k), bits));
      return c;
    }

    @Override
    public Ball coefficient(Ball x, int n, int bits) {
      return new Circular(phase + n).value(x, bits).divide(factorial(n), bits);
    }
  }

  /**
   * atan x: the derivative is 1/(1 + x²), whose coefficients d obey (1 + x²) dₖ = −2x d₍ₖ₋₁₎ −
   * d₍ₖ₋₂₎. The n-th coefficient over a ball: |Im (x + i)^−n| / n ≤ (1 + x²)^(−n/2) / n.
   */
  Analytic ATAN =
      new Analytic() {
        @Override
        public Ball value(Ball x, int bits) {
          return BallFunctions.atan(x, bits);
        }

        @Override
        public Ball[] coefficients(Ball x, int n, int bits) {
          Ball[] c = new Ball[n];
          c[0] = value(x, bits);
          Ball inverse = Ball.ONE.divide(Ball.ONE.add(x.multiply(x, bits), bits), bits);
          Ball twice = x.scale(1);
          Ball before = Ball.ZERO;
          Ball d = inverse;
          for (int k = 1; k < n; k++) {
            c[k] = d.divide(k, bits);
            Ball next = twice.multiply(d, bits).add(before, bits).negate().multiply(inverse, bits);
            before = d;
            d = next;
          }
          return c;
        }

        @Override
        public Ball coefficient(Ball x, int n, int bits) {
          Ball least = leastMagnitude(x);
          Ball square = Ball.ONE.add(least.multiply(least, bits), bits);
          Ball bound = Ball.ONE.divide(square.sqrt(bits).power(n, bits), bits).divide(n, bits);
          return symmetric(bound);
        }
      };

  /**
   * erf x: the derivative is 2/√π g, g = e^(−x²), whose coefficients obey (k+1) g₍ₖ₊₁₎ = −2 (x gₖ +
   * g₍ₖ₋₁₎). The n-th coefficient over a ball, m = n − 1: 2/√π |H_m(x)| e^(−x²) / n!, and by
   * Cramér's inequality |H_m(x)| e^(−x²/2) ≤ 1.0865 2^(m/2) √m! (Abramowitz and Stegun 22.14.17).
   */
  Analytic ERF = new ErrorFunction(false);

  /** erfc x = 1 − erf x, with its own value so that small values keep their accuracy. */
  Analytic ERFC = new ErrorFunction(true);

  /** erf, or erfc. */
  record ErrorFunction(boolean complement) implements Analytic {
    @Override
    public Ball value(Ball x, int bits) {
      return complement ? BallFunctions.erfc(x, bits) : BallFunctions.erf(x, bits);
    }

    @Override
    public Ball[] coefficients(Ball x, int n, int bits) {
      Ball[] c = new Ball[n];
      c[0] = value(x, bits);
      Ball minusTwice = x.scale(1).negate();
      Ball before = Ball.ZERO;
      Ball g = BallFunctions.exp(x.multiply(x, bits).negate(), bits).multiply(slope(bits), bits);
      for (int k = 1; k < n; k++) {
        c[k] = g.divide(k, bits);
        Ball next = minusTwice.multiply(g, bits).subtract(before.scale(1), bits).divide(k, bits);
        before = g;
        g = next;
      }
      return c;
    }

    @Override
    public Ball coefficient(Ball x, int n, int bits) {
      Ball least = leastMagnitude(x);
      int m = n - 1;
      Ball cramer = factorial(m).scale(m).sqrt(bits);
      Ball decay = BallFunctions.exp(least.multiply(least, bits).scale(-1).negate(), bits);
      Ball bound =
          cramer.multiply(decay, bits).multiply(slope(bits), bits).divide(factorial(n), bits);
      return symmetric(bound.multiply(Ball.of(10865), bits).divide(10000, bits));
    }

    private Ball slope(int bits) {
      Ball s = Ball.of(2).divide(BallConstants.pi(bits).sqrt(bits), bits);
      return complement ? s.negate() : s;
    }
  }

  /**
   * x^a for x &gt; 0: the coefficients obey cₖ = c₍ₖ₋₁₎ (a − k + 1) / (k x). The value also at 0
   * where a &gt; 0.
   */
  record Power(Ball exponent) implements Analytic {
    @Override
    public Ball value(Ball x, int bits) {
      if (!x.isPositive() && exponent.isPositive() && !x.isNegative()) {
        if (x.isZero()) {
          return Ball.ZERO;
        }
        Ball top = BallFunctions.power(Ball.of(x.upperEnd()), exponent, bits);
        return Ball.hull(Ball.ZERO, top);
      }
      return BallFunctions.power(x, exponent, bits);
    }

    @Override
    public Ball[] coefficients(Ball x, int n, int bits) {
      Ball[] c = new Ball[n];
      Ball inverse = Ball.ONE.divide(x, bits);
      c[0] = BallFunctions.power(x, exponent, bits);
      for (int k = 1; k < n; k++) {
        Ball factor = exponent.subtract(Ball.of(k - 1), bits).divide(k, bits);
        c[k] = c[k - 1].multiply(factor, bits).multiply(inverse, bits);
      }
      return c;
    }

    @Override
    public Ball coefficient(Ball x, int n, int bits) {
      Ball binomial = Ball.ONE;
      for (int k = 1; k <= n; k++) {
        binomial = binomial.multiply(exponent.subtract(Ball.of(k - 1), bits), bits).divide(k, bits);
      }
      Ball rest = exponent.subtract(Ball.of(n), bits);
      return BallFunctions.power(x, rest, bits).multiply(binomial, bits);
    }
  }

  private static Ball factorial(int n) {
    BigInteger product = BigInteger.ONE;
    for (int k = 2; k <= n; k++) {
      product = product.multiply(BigInteger.valueOf(k));
    }
    return new Ball(product, 0, 0);
  }

  /** A number not above |x| for any x of the ball. */
  private static Ball leastMagnitude(Ball x) {
    return Ball.of(BinaryRational.of(x.lowerMagnitude()));
  }

  private static Ball symmetric(Ball bound) {
    return Ball.ZERO.widen(bound.upperMagnitude());
  }
}
