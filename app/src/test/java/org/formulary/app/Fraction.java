package org.formulary.app;

import java.math.BigInteger;

/** A number value/2^bits of the toy domain: how near is it to a target, for its number of bits. */
record Fraction(BigInteger value, int bits) {
  static Fraction parse(String text) {
    String[] parts = text.split("/2\\^", -1);
    return new Fraction(new BigInteger(parts[0].strip()), Integer.parseInt(parts[1].strip()));
  }

  double number() {
    return value.doubleValue() / Math.scalb(1.0, bits);
  }

  @Override
  public String toString() {
    return value + "/2^" + bits;
  }
}
