package org.formulary.hashing;

/**
 * A 128-bit value derived from behaviour at probe inputs. Equal fingerprints are a hint that two
 * candidates compute the same, never a proof.
 */
public record Fingerprint(long high, long low) implements Comparable<Fingerprint> {
  @Override
  public int compareTo(Fingerprint that) {
    int byHigh = Long.compareUnsigned(high, that.high);
    return byHigh != 0 ? byHigh : Long.compareUnsigned(low, that.low);
  }

  /** Parses 32 hexadecimal digits. */
  public static Fingerprint parse(String hex) {
    if (hex.length() != 32) {
      throw new NumberFormatException("a fingerprint has 32 hexadecimal digits: " + hex);
    }
    return new Fingerprint(
        Long.parseUnsignedLong(hex, 0, 16, 16), Long.parseUnsignedLong(hex, 16, 32, 16));
  }

  /** 32 hexadecimal digits. */
  @Override
  public String toString() {
    return "%016x%016x".formatted(high, low);
  }
}
