package org.formulary.truth;

/** A binary floating-point format of IEEE 754. */
public enum FloatFormat {
  BINARY32(24, -126, 127),
  BINARY64(53, -1022, 1023);

  private final int precision;
  private final int minExponent;
  private final int maxExponent;

  FloatFormat(int precision, int minExponent, int maxExponent) {
    this.precision = precision;
    this.minExponent = minExponent;
    this.maxExponent = maxExponent;
  }

  /** The bits of the significand, with the hidden one. */
  public int precision() {
    return precision;
  }

  /** The exponent of the smallest normal number. */
  public int minExponent() {
    return minExponent;
  }

  /** The exponent of the largest numbers. */
  public int maxExponent() {
    return maxExponent;
  }
}
