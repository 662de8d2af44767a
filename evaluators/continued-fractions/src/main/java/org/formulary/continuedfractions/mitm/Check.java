package org.formulary.continuedfractions.mitm;

import java.math.BigInteger;
import java.util.List;
import org.formulary.continuedfractions.image.Image;
import org.formulary.continuedfractions.polynomial.Limit;
import org.formulary.continuedfractions.polynomial.PolynomialFraction;
import org.formulary.continuedfractions.polynomial.PolynomialFraction.Convergent;
import org.formulary.truth.Enclosure;
import org.formulary.truth.constant.Constant;

/** Decides exactly whether fractions are images of a constant. One for all threads. */
final class Check {
  /** Bits after the point to which limits must agree: 200 digits. */
  private static final int BITS = 665;

  private static final int SLACK_BITS = 16;
  private static final int KEY_BITS = 60;
  private static final int PUBLISHED_DEPTH = 1000;
  private static final int PUBLISHED_BITS = 333;
  private static final BigInteger SCALE = BigInteger.valueOf((long) ImageTable.SCALE);

  private final ImageTable table;
  private final Rules rules;

  /** To so many bits that its images are known to those asked for, and some. */
  private final Enclosure constant;

  Check(Constant constant, ImageTable table, Rules rules) {
    this.table = table;
    this.rules = rules;
    this.constant = constant.enclosure(BITS + KEY_BITS);
  }

  /** The images that a fraction is whose convergent of 32 terms has a key, or one beside it. */
  List<Match> converged(PolynomialFraction f, long key) {
    return switch (rules) {
      case FULL -> full(f, table.near(key, 1));
      case PUBLISHED -> published(f);
    };
  }

  /** The images that a fraction is of which 32 terms determine too little. */
  List<Match> slow(PolynomialFraction f) {
    if (!(Limit.of(f, KEY_BITS) instanceof Limit.Finite limit)) {
      return List.of();
    }
    BigInteger scaled = limit.value().lower().abs().multiply(SCALE);
    BigInteger key = scaled.shiftRight(limit.value().bits());
    return key.bitLength() < Long.SIZE - 1 && table.hasNear(key.longValue())
        ? full(f, table.near(key.longValue(), 1))
        : List.of();
  }

  private List<Match> full(PolynomialFraction f, List<Image> images) {
    if (!(Limit.of(f, BITS) instanceof Limit.Finite limit)) {
      return List.of();
    }
    Enclosure value = limit.value();
    BigInteger units = BigInteger.ONE.shiftLeft(value.bits());
    return agreeing(f, images, value.lower(), units, BITS - SLACK_BITS);
  }

  private List<Match> published(PolynomialFraction f) {
    Convergent few = f.convergent(Block.TERMS - 1);
    if (few.q().signum() == 0) {
      return List.of();
    }
    BigInteger key = few.p().multiply(SCALE).divide(few.q()).abs();
    List<Image> images = table.near(key.longValue(), 0);
    if (images.isEmpty()) {
      return List.of();
    }
    Convergent many = f.convergent(PUBLISHED_DEPTH);
    return agreeing(f, images, many.p(), many.q(), PUBLISHED_BITS);
  }

  /** The images, or their negatives, that agree with x/y to so many bits. */
  private List<Match> agreeing(
      PolynomialFraction f, List<Image> images, BigInteger x, BigInteger y, int bits) {
    boolean negative = x.signum() * y.signum() < 0;
    return images.stream()
        .map(image -> negative ? image.negated() : image)
        .filter(image -> agrees(image, x, y, bits))
        .map(image -> new Match(f, image))
        .toList();
  }

  /** Whether an image agrees with x/y to so many bits after the point. */
  private boolean agrees(Image image, BigInteger x, BigInteger y, int bits) {
    Enclosure above = image.numerator(constant).multiply(y);
    Enclosure below = image.denominator(constant).multiply(x);
    BigInteger difference = above.add(below.negate()).magnitude();
    BigInteger product = image.denominator(constant).magnitude().multiply(y.abs());
    // |above/below − x/y| = |difference| / |(r + s c) y|
    return difference.shiftLeft(bits).compareTo(product) <= 0;
  }
}
