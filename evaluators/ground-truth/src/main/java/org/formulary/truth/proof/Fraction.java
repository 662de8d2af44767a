package org.formulary.truth.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * A value that may pass through infinity: numerator · t^power / Π poles.
 *
 * <p>A divisor whose range on the patch contains 0 is not divided by but kept as a pole; a later
 * division by this value turns it into a factor of the numerator again. So 1/(1 + 1/(x − b)) has no
 * pole left and is finite, also where 1/(x − b) is infinite. Nothing is ever cancelled between a
 * numerator and a pole, and values that share a pole are not added: at the zero of the pole the
 * program would compute 0/0 or ∞ − ∞ there, which is NaN, and no bound may be claimed.
 *
 * <p>Powers of t are different: they appear only on patches where t = 0 is an end (or the only
 * point). They are cancelled freely, so the result is the limit; whether the program itself
 * survives at that point must be checked there.
 *
 * @param poles factors of the denominator whose ranges may contain 0
 */
record Fraction(TaylorModel numerator, int power, List<TaylorModel> poles) {
  Fraction {
    poles = List.copyOf(poles);
  }

  static Fraction of(TaylorModel model) {
    return new Fraction(model, 0, List.of());
  }

  private Fraction with(TaylorModel newNumerator) {
    return new Fraction(newNumerator, power, poles);
  }

  Fraction negate() {
    return with(numerator.negate());
  }

  Fraction add(Fraction that) {
    if (this == that) {
      return times(Ball.of(2));
    }
    int common = Math.min(power, that.power);
    TaylorModel a = numerator.timesPower(power - common);
    TaylorModel b = that.numerator.timesPower(that.power - common);
    if (poles.isEmpty() && that.poles.isEmpty()) {
      return new Fraction(a.add(b), common, poles);
    }
    for (TaylorModel pole : poles) {
      if (that.poles.stream().anyMatch(p -> p == pole)) {
        throw NoEnclosureException.unclear("infinity minus infinity");
      }
    }
    TaylorModel sum = product(a, that.poles).add(product(b, poles));
    return new Fraction(sum, common, concat(poles, that.poles));
  }

  Fraction multiply(Fraction that) {
    return new Fraction(
        numerator.multiply(that.numerator), power + that.power, concat(poles, that.poles));
  }

  Fraction times(Ball factor) {
    return with(numerator.times(factor));
  }

  Fraction divide(Fraction that) {
    TaylorModel top = product(numerator, that.poles);
    TaylorModel bottom = that.numerator;
    int zeros = bottom.patch().isOneSided() ? bottom.leadingZeros() : 0;
    bottom = bottom.dividedByPower(zeros);
    int newPower = power - that.power - zeros;
    if (bottom.range().excludesZero()) {
      return new Fraction(top.divide(bottom), newPower, poles);
    }
    return new Fraction(top, newPower, concat(poles, List.of(bottom)));
  }

  /** The principal square root, for values that are proved to be at least 0 on the patch. */
  Fraction sqrt() {
    if (!poles.isEmpty()) {
      throw NoEnclosureException.unclear("square root of a value that may be infinite");
    }
    Patch patch = numerator.patch();
    if (numerator.isZero()) {
      return this;
    }
    int zeros = patch.isOneSided() ? numerator.leadingZeros() : 0;
    int total = power + zeros;
    if ((total & 1) != 0) {
      throw NoEnclosureException.unclear("square root of an odd power");
    }
    TaylorModel root = numerator.dividedByPower(zeros).sqrt();
    // √(t²) = |t| = −t on the left of the origin.
    boolean flip = (total / 2 & 1) != 0 && patch.below().signum() < 0;
    return new Fraction(flip ? root.negate() : root, total / 2, List.of());
  }

  /**
   * The same value as a plain Taylor model. Throws where a pole may remain, and says so definitely
   * where one does.
   */
  TaylorModel plain() {
    return plain("a pole");
  }

  /** As {@link #plain()}, with a name for what is infinite. */
  TaylorModel plain(String pole) {
    for (TaylorModel factor : poles) {
      if (numerator.range().excludesZero() && changesSign(factor)) {
        throw NoEnclosureException.definite(pole);
      }
    }
    if (!poles.isEmpty()) {
      throw NoEnclosureException.unclear(pole + ", perhaps");
    }
    if (power >= 0) {
      return numerator.timesPower(power);
    }
    int zeros = Math.min(-power, numerator.leadingZeros());
    TaylorModel rest = numerator.dividedByPower(zeros);
    if (zeros < -power) {
      throw rest.order() > 0 && rest.coefficient(0).excludesZero()
          ? NoEnclosureException.definite(pole)
          : NoEnclosureException.unclear(pole + ", perhaps");
    }
    return rest;
  }

  /** Whether a model is proved to have opposite signs at the two ends of its patch. */
  private static boolean changesSign(TaylorModel model) {
    Ball below = model.at(model.patch().below());
    Ball above = model.at(model.patch().above());
    return below.isPositive() && above.isNegative() || below.isNegative() && above.isPositive();
  }

  private static TaylorModel product(TaylorModel model, List<TaylorModel> factors) {
    TaylorModel result = model;
    for (TaylorModel factor : factors) {
      result = result.multiply(factor);
    }
    return result;
  }

  private static List<TaylorModel> concat(List<TaylorModel> a, List<TaylorModel> b) {
    if (b.isEmpty()) {
      return a;
    }
    List<TaylorModel> all = new ArrayList<>(a);
    all.addAll(b);
    return all;
  }
}
