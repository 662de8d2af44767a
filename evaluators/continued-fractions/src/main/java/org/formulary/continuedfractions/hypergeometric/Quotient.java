package org.formulary.continuedfractions.hypergeometric;

import java.math.BigInteger;

/**
 * A quotient of whole numbers in lowest terms. Arithmetic throws {@link ArithmeticException} beyond
 * 63 bits.
 *
 * @param below ≥ 1
 */
public record Quotient(long above, long below) implements Comparable<Quotient> {
  public static final Quotient ZERO = new Quotient(0, 1);

  public Quotient {
    if (below == 0) {
      throw new ArithmeticException("a quotient by 0");
    }
    long common = gcd(above, below);
    long sign = below < 0 ? -1 : 1;
    above = sign * (above / common);
    below = sign * (below / common);
  }

  private static long gcd(long a, long b) {
    return b == 0 ? Math.absExact(a) : gcd(b, a % b);
  }

  public static Quotient of(BigInteger above, BigInteger below) {
    BigInteger common = above.gcd(below);
    return new Quotient(
        above.divide(common).longValueExact(), below.divide(common).longValueExact());
  }

  public Quotient plus(Quotient that) {
    return new Quotient(
        Math.addExact(Math.multiplyExact(above, that.below), Math.multiplyExact(that.above, below)),
        Math.multiplyExact(below, that.below));
  }

  public Quotient minus(Quotient that) {
    return plus(new Quotient(-that.above, that.below));
  }

  /** The number less its floor. */
  public Quotient fraction() {
    return new Quotient(Math.floorMod(above, below), below);
  }

  public double toDouble() {
    return (double) above / below;
  }

  /** In units of 2^−places. */
  public BigInteger fixed(int places) {
    return BigInteger.valueOf(above).shiftLeft(places).divide(BigInteger.valueOf(below));
  }

  @Override
  public int compareTo(Quotient that) {
    return Long.signum(minus(that).above);
  }

  @Override
  public String toString() {
    return below == 1 ? Long.toString(above) : above + "/" + below;
  }
}
