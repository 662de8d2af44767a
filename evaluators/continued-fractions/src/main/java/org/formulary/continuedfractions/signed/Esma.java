package org.formulary.continuedfractions.signed;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.formulary.continuedfractions.image.Image;
import org.formulary.truth.Enclosure;
import org.formulary.truth.constant.Constant;

/**
 * Looks for signed fractions of images of a constant whose terms obey a recurrence (arXiv
 * 2212.09470, "Enumerated Signed-continued-fraction Massey Approve").
 *
 * <p>Other than there, the recurrence may begin after a head of any terms, is found modulo 2^61 − 1
 * instead of 199, and is confirmed over the integers on terms that were not used to find it. One
 * per thread.
 */
final class Esma {
  /** Bits of the constant by term, at first; fractions of e take 5 to 18. */
  private static final int FEW_BITS = 16;

  private static final int MANY_BITS = 64;

  private final Known known;
  private final SignedEuclid euclid = new SignedEuclid();
  private final ModularRecurrence recurrences;
  private final long[] terms;

  /** As many terms as recurrences are found from, and as many again. */
  private final long[] twice;

  /**
   * A constant to two precisions.
   *
   * @param depth terms from which recurrences are found
   */
  record Known(int depth, Enclosure few, Enclosure many) {
    static Known of(Constant constant, int depth) {
      Enclosure many = constant.enclosure(MANY_BITS * depth);
      return new Known(depth, many.withBits(FEW_BITS * depth), many);
    }
  }

  Esma(Known known) {
    this.known = known;
    this.recurrences = new ModularRecurrence(known.depth());
    this.terms = new long[known.depth()];
    this.twice = new long[2 * known.depth()];
  }

  /** The fraction of an image of the constant with these signs, if its terms obey a recurrence. */
  Optional<SignedFraction> find(Image image, SignWord signs) {
    int depth = known.depth();
    int count = euclid.expand(image, signs, known.few(), terms);
    if (count > 0 && count < depth) {
      count = euclid.expand(image, signs, known.many(), terms);
    }
    if (count < depth) {
      return Optional.empty();
    }
    int length = recurrences.find(terms, count, depth / 4);
    return length < depth / 4 ? confirmed(image, signs, length) : Optional.empty();
  }

  /** A recurrence of the terms over the integers, and of as many terms again. */
  private Optional<SignedFraction> confirmed(Image image, SignWord signs, int length) {
    long[] c = recurrences.coefficients();
    int order = length;
    while (c[order] == 0) {
      order--; // so many terms are a head, which is not part of the recurrence
    }
    int count = euclid.expand(image, signs, known.many(), twice);
    for (int n = length; n < count; n++) {
      if (!holds(c, order, n)) {
        return Optional.empty();
      }
    }
    if (count < twice.length) {
      return Optional.empty();
    }
    SignedFraction found =
        new SignedFraction(image, signs, exact(twice, length), new Recurrence(exact(c, order + 1)));
    return Optional.of(found).filter(f -> f.isDeterminedBy(count));
  }

  private boolean holds(long[] c, int order, int n) {
    BigInteger exact = BigInteger.ZERO;
    long sum = 0;
    for (int j = 0; j <= order; j++) {
      long high = Math.multiplyHigh(c[j], twice[n - j]);
      long low = c[j] * twice[n - j];
      if (high == low >> 63 && Math.max(Math.abs(low), Math.abs(sum)) < 1L << 61) {
        sum += low;
      } else {
        exact = exact.add(BigInteger.valueOf(c[j]).multiply(BigInteger.valueOf(twice[n - j])));
      }
    }
    return exact.add(BigInteger.valueOf(sum)).signum() == 0;
  }

  private static List<BigInteger> exact(long[] numbers, int count) {
    return Arrays.stream(numbers, 0, count).mapToObj(BigInteger::valueOf).toList();
  }
}
