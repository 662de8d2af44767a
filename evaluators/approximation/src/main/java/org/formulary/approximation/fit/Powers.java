package org.formulary.approximation.fit;

import java.util.ArrayList;
import java.util.List;

/**
 * Powers of a target f: the roots f^(2^−n), and between f^(2^(1−n)) or f^(2^(−1−n)) and each of
 * them the powers by which a fit is led from one to the other.
 *
 * <p>All to double-double accuracy, because fits near 1e-14 need it: exponents are multiples of
 * {@code 2^−14}, and the powers products of roots.
 */
final class Powers {
  /** Roots n = 0 … {@value}, at most. */
  static final int MAX_ROOT = 6;

  private static final int BITS = 14;
  private static final int UNIT = 1 << BITS;
  private static final int LARGEST_STEP = UNIT / 4;

  /** f^(2^−n) at place n; only f itself where it is not positive. */
  private final Samples[] roots;

  private final List<List<Stage>> fromSquares = new ArrayList<>();
  private final List<List<Stage>> fromRoots = new ArrayList<>();

  /**
   * One power on the way to a root g.
   *
   * @param exponent of g
   */
  record Stage(double exponent, Samples samples) {}

  Powers(Samples target) {
    roots = new Samples[target.positive() ? MAX_ROOT + BITS + 1 : 1];
    roots[0] = target;
    for (int n = 1; n < roots.length; n++) {
      roots[n] = roots[n - 1].root();
    }
  }

  /** Whether the target has roots. */
  boolean positive() {
    return roots.length > 1;
  }

  /** f^(2^−n). */
  Samples root(int n) {
    return roots[n];
  }

  /** The stages from f^(2^(1−n)) to f^(2^−n), the last one left out. */
  List<Stage> fromSquare(int n) {
    return stages(fromSquares, n, 2 * UNIT);
  }

  /** The stages from f^(2^(−1−n)) to f^(2^−n), the last one left out. */
  List<Stage> fromRoot(int n) {
    return stages(fromRoots, n, UNIT / 2);
  }

  /** Steps grow from the smallest, so that the first are small beside the width of a valley. */
  private List<Stage> stages(List<List<Stage>> known, int n, int from) {
    while (known.size() <= n) {
      int root = known.size();
      List<Stage> stages = new ArrayList<>();
      int step = from > UNIT ? -1 : 1;
      for (int j = from; j != UNIT; ) {
        stages.add(new Stage(j / (double) UNIT, power(root, j)));
        int left = UNIT - j;
        j += Math.abs(left) < Math.abs(step) ? left : step;
        step = Math.abs(step) < LARGEST_STEP ? 2 * step : step;
      }
      known.add(stages);
    }
    return known.get(n);
  }

  /** g^(j/UNIT) for g = f^(2^−n), 0 < j ≤ 2·UNIT. */
  private Samples power(int n, int j) {
    Samples product = null;
    double exponent = 0;
    for (int bit = 0; bit <= BITS + 1; bit++) {
      if ((j >>> bit & 1) == 0) {
        continue;
      }
      double of = Math.scalb(1.0, bit - BITS);
      boolean square = bit > BITS && n == 0;
      Samples factor = square ? roots[0].times(roots[0], 2) : roots[n + BITS - bit];
      product = product == null ? factor : product.times(factor, (exponent + of) / exponent);
      exponent += of;
    }
    return product;
  }
}
