package org.formulary.continuedfractions.primes;

import java.util.List;

/**
 * A step function w of t &gt; 0 that has the period 1 from t = 1 on. If the exponent of a prime p
 * in a number of index n is w(n/p), but for primes below √n, then by the prime number theorem the
 * logarithm of the number is asymptotically n ∫ w(t) t^−2 dt: a step of the height 1 from α to β
 * counts 1/α − 1/β, one that recurs from 1 on ψ(1 + β) − ψ(1 + α), with the digamma function ψ.
 *
 * @param below cells in (0, 1) where w is not 0
 * @param periodic cells in [0, 1) of t − ⌊t⌋ where w is not 0, for t ≥ 1
 */
public record StepLaw(List<Cell> below, List<Cell> periodic) {
  /** Where the function has a value other than 0. */
  public record Cell(Ratio from, Ratio to, int value) {}

  /** A fraction in lowest terms. */
  public record Ratio(int above, int below) implements Comparable<Ratio> {
    double value() {
      return (double) above / below;
    }

    @Override
    public int compareTo(Ratio that) {
      return Integer.compare(above * that.below, that.above * below);
    }

    @Override
    public String toString() {
      return below == 1 ? Integer.toString(above) : above + "/" + below;
    }
  }

  public StepLaw {
    below = List.copyOf(below);
    periodic = List.copyOf(periodic);
  }

  /** The integral of w(t)/t² from 0 to ∞, to some 14 digits; infinite where w(0+) is not 0. */
  public double integral() {
    double sum = 0;
    for (Cell c : below) {
      sum += c.value * (1 / c.from.value() - 1 / c.to.value());
    }
    for (Cell c : periodic) {
      sum += c.value * (digamma(1 + c.to.value()) - digamma(1 + c.from.value()));
    }
    return sum;
  }

  /**
   * The digamma function for x ≥ 1, to 1e-14: ψ(x) = ψ(x + 1) − 1/x up to 16, and there the
   * asymptotic series (DLMF 5.11.2), whose first omitted term is below 1e-16.
   */
  static double digamma(double x) {
    double shift = 0;
    double y = x;
    while (y < 16) {
      shift -= 1 / y;
      y++;
    }
    double z = 1 / (y * y);
    double series =
        z * (1.0 / 12 - z * (1.0 / 120 - z * (1.0 / 252 - z * (1.0 / 240 - z * (1.0 / 132)))));
    return shift + Math.log(y) - 1 / (2 * y) - series;
  }

  /** Such as {@code 3 for t >= 1}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Cell c : below) {
      text.append(text.isEmpty() ? "" : ", ");
      text.append("%d for t in (%s, %s)".formatted(c.value, c.from, c.to));
    }
    for (Cell c : periodic) {
      text.append(text.isEmpty() ? "" : ", ");
      text.append(
          c.from.above == 0 && c.to.above == c.to.below
              ? "%d for t >= 1".formatted(c.value)
              : "%d for t >= 1 with t mod 1 in (%s, %s)".formatted(c.value, c.from, c.to));
    }
    return text.isEmpty() ? "0" : text.toString();
  }
}
