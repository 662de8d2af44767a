package org.formulary.continuedfractions.image;

import java.math.BigInteger;
import org.formulary.truth.Enclosure;

/**
 * A Möbius image (p + q c)/(r + s c) of a constant c.
 *
 * <p>Primitive: the greatest common divisor is 1, the determinant is not 0, and s is positive, or 0
 * and r positive, so that every image of an irrational constant has one form.
 */
public record Image(int p, int q, int r, int s) {
  /** Whether four numbers are the one form of an image. */
  public static boolean isPrimitive(int p, int q, int r, int s) {
    long determinant = (long) p * s - (long) q * r;
    return determinant != 0
        && (s > 0 || s == 0 && r > 0)
        && gcd(gcd(Math.abs(p), Math.abs(q)), gcd(Math.abs(r), Math.abs(s))) == 1;
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  public Image {
    if (!isPrimitive(p, q, r, s)) {
      throw new IllegalArgumentException("no image: %d %d %d %d".formatted(p, q, r, s));
    }
  }

  /** The image whose values are the negatives of those of this one. */
  public Image negated() {
    return new Image(-p, -q, r, s);
  }

  /** p + q c in the unit of c. */
  public Enclosure numerator(Enclosure c) {
    return linear(p, q, c);
  }

  /** r + s c in the unit of c. */
  public Enclosure denominator(Enclosure c) {
    return linear(r, s, c);
  }

  private static Enclosure linear(int a, int b, Enclosure c) {
    return Enclosure.of(a, c.bits()).add(c.multiply(BigInteger.valueOf(b)));
  }

  /** The sum of the lengths of the four numbers, in bits. */
  public int size() {
    return length(p) + length(q) + length(r) + length(s);
  }

  private static int length(int n) {
    return 32 - Integer.numberOfLeadingZeros(Math.abs(n));
  }

  /** As text, such as {@code (e + 1)/(e - 1)}. */
  public String text(String constant) {
    String above = above(constant);
    String below = below(constant);
    String numerator = above.contains(" ") ? "(" + above + ")" : above;
    return below.equals("1") ? above : numerator + "/" + bracketed(below);
  }

  /** The numerator as text, its signs changed with those of the denominator if both are minus. */
  public String above(String constant) {
    return isTurned() ? linear(-p, -q, constant) : linear(p, q, constant);
  }

  /** The denominator as text. */
  public String below(String constant) {
    return isTurned() ? linear(-r, -s, constant) : linear(r, s, constant);
  }

  private boolean isTurned() {
    return p <= 0 && q <= 0 && r < 0;
  }

  private static String bracketed(String sum) {
    return sum.contains(" ") || sum.startsWith("-") || sum.contains("*") ? "(" + sum + ")" : sum;
  }

  private static String linear(int a, int b, String c) {
    String product = (Math.abs(b) == 1 ? "" : Math.abs(b) + "*") + c;
    if (b == 0) {
      return Integer.toString(a);
    }
    if (a == 0) {
      return (b < 0 ? "-" : "") + product;
    }
    return b < 0 ? a + " - " + product : product + (a < 0 ? " - " : " + ") + Math.abs(a);
  }
}
