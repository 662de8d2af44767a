package org.formulary.continuedfractions.signed;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.formulary.continuedfractions.image.Image;
import org.formulary.truth.Enclosure;

/**
 * The terms of signed fractions, step by step: x = a + s/x' with a = ⌊x⌋ where s = 1 and ⌈x⌉ where
 * s = −1, for both ends of an enclosure. A term is certain as long as both agree.
 */
final class SignedTerms {
  private SignedTerms() {}

  /** The certain terms of a positive image of a constant, at most so many. */
  static List<BigInteger> of(Image image, SignWord signs, Enclosure constant, int most) {
    List<BigInteger> lower = of(image, signs, constant.lower(), constant.bits(), most);
    List<BigInteger> upper = of(image, signs, constant.upper(), constant.bits(), most);
    int common = 0;
    while (common < Math.min(lower.size(), upper.size())
        && lower.get(common).equals(upper.get(common))) {
      common++;
    }
    return lower.subList(0, common);
  }

  private static List<BigInteger> of(
      Image image, SignWord signs, BigInteger constant, int bits, int most) {
    Enclosure c = new Enclosure(constant, constant, bits);
    BigInteger n = image.numerator(c).lower();
    BigInteger d = image.denominator(c).lower();
    List<BigInteger> terms = new ArrayList<>();
    while (terms.size() < most && d.signum() != 0 && n.signum() == d.signum()) {
      int sign = signs.sign(terms.size());
      BigInteger[] parts = n.divideAndRemainder(d);
      boolean up = sign < 0 && parts[1].signum() != 0;
      BigInteger term = up ? parts[0].add(BigInteger.ONE) : parts[0];
      terms.add(term);
      BigInteger rest = n.subtract(term.multiply(d));
      n = d;
      d = sign > 0 ? rest : rest.negate();
    }
    return terms;
  }
}
