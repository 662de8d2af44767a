package org.formulary.hashing;

/**
 * Folds responses at probe inputs into a {@link Fingerprint}, so that responses equal up to
 * rounding errors fold to the same value.
 *
 * <p>A finite response v is rounded to the nearest multiple of 2^-38·max(1, 2^e), 2^e the power of
 * two at or below |v|: absolute near 0, where relative rounding would split results of
 * cancellation, relative above. NaN is one token, each infinity another, −0 counts as 0. Two equal
 * functions computed differently are still split when a response lies within their rounding
 * difference of a rounding border, for differences of 1e-15 about 4 times in 10^4 responses above
 * 1, less often below.
 *
 * <p>A workspace: call {@link #reset}, then {@link #add} for each response in a fixed order, then
 * {@link #fingerprint}.
 */
public final class Fingerprinter {
  private static final int FRACTION_BITS = 38;
  private static final long NAN = 0x7ff8_dead_0000_0001L;
  private static final long INFINITE = 0x7ff0_dead_0000_0003L;

  private long a;
  private long b;

  /** Starts anew; {@code salt} separates problems and revisions of the probes. */
  public void reset(long salt) {
    a = salt ^ 0x9e3779b97f4a7c15L;
    b = salt * 0xd6e8feb86659fd93L + 0x2545f4914f6cdd1dL;
  }

  /** Adds one response. */
  public void add(double response) {
    long token = token(response);
    a = mix(a ^ token, 0xbf58476d1ce4e5b9L);
    b = mix(b + Long.rotateLeft(token, 32), 0x94d049bb133111ebL);
  }

  /** The fingerprint of the responses since {@link #reset}. */
  public Fingerprint fingerprint() {
    return new Fingerprint(mix(a, 0xd6e8feb86659fd93L), mix(b, 0x9e3779b97f4a7c15L));
  }

  static long token(double v) {
    if (v != v) {
      return NAN;
    }
    if (v - v != 0) {
      return v > 0 ? INFINITE : -INFINITE;
    }
    int exponent = Math.max(0, Math.getExponent(v));
    // Exact scaling, then rounding to an integer of at most 2^39.
    long scale = (long) (Double.MAX_EXPONENT + FRACTION_BITS - exponent) << 52;
    long rounded = Math.round(v * Double.longBitsToDouble(scale));
    if (Math.abs(rounded) == 2L << FRACTION_BITS) {
      // Rounded up to a power of two, which has the token of that power.
      rounded /= 2;
      exponent++;
    }
    return rounded == 0 ? 0 : rounded * 2048 + exponent;
  }

  private static long mix(long z, long factor) {
    z = (z ^ z >>> 32) * factor;
    return z ^ z >>> 29;
  }
}
