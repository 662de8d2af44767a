package org.formulary.approximation.classical;

import static org.formulary.expressions.eval.DoubleDouble.add;
import static org.formulary.expressions.eval.DoubleDouble.multiply;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.formulary.expressions.eval.DoubleDouble;

/** The forms that need derivatives or values between the points: Taylor, Padé, interpolation. */
final class Expansions {
  private Expansions() {}

  /** The Taylor polynomial of degree n at {@code center} in [−1, 1], in powers of t. */
  static Quotient taylor(ChebyshevSeries series, int center, int n) {
    DoubleDouble[] c = series.taylor(center, n);
    // Horner's scheme in (t − center), multiplied out.
    DoubleDouble minus = DoubleDouble.of(-center);
    DoubleDouble[] sum = new DoubleDouble[n + 1];
    Arrays.fill(sum, DoubleDouble.ZERO);
    for (int k = n; k >= 0; k--) {
      for (int i = n; i >= 0; i--) {
        DoubleDouble shifted = i > 0 ? sum[i - 1] : c[k];
        sum[i] = add(multiply(sum[i], minus), shifted);
      }
    }
    return Quotient.polynomial(sum);
  }

  /** The Padé approximant of degree p over degree q at t = 0, if it exists with D(0) = 1. */
  static Optional<Quotient> pade(ChebyshevSeries series, int p, int q) {
    DoubleDouble[] c = series.taylor(0, p + q);
    DoubleDouble[][] a = new DoubleDouble[q][q];
    DoubleDouble[] b = new DoubleDouble[q];
    for (int i = 1; i <= q; i++) {
      for (int j = 1; j <= q; j++) {
        a[i - 1][j - 1] = p + i - j >= 0 ? c[p + i - j] : DoubleDouble.ZERO;
      }
      b[i - 1] = c[p + i].negate();
    }
    return LinearSystem.solve(a, b).map(d -> pade(c, p, d));
  }

  private static Quotient pade(DoubleDouble[] c, int p, DoubleDouble[] d) {
    List<DoubleDouble> denominator = new ArrayList<>(List.of(DoubleDouble.ONE));
    denominator.addAll(Arrays.asList(d));
    List<DoubleDouble> numerator = new ArrayList<>();
    for (int k = 0; k <= p; k++) {
      DoubleDouble sum = DoubleDouble.ZERO;
      for (int j = 0; j <= Math.min(k, d.length); j++) {
        sum = add(sum, multiply(denominator.get(j), c[k - j]));
      }
      numerator.add(sum);
    }
    return new Quotient(numerator, denominator);
  }

  /** The polynomial of degree n through the zeros of the Chebyshev polynomial of degree n + 1. */
  static Optional<Quotient> interpolation(Target target, int n) {
    DoubleDouble[][] a = new DoubleDouble[n + 1][n + 1];
    DoubleDouble[] b = new DoubleDouble[n + 1];
    int steps = target.grid().size() - 1;
    for (int i = 0; i <= n; i++) {
      Target.Point node = target.at((2.0 * i + 1) / (2.0 * n + 2) * steps);
      DoubleDouble power = DoubleDouble.ONE;
      for (int k = 0; k <= n; k++) {
        a[i][k] = power;
        power = multiply(power, node.t());
      }
      b[i] = node.g();
    }
    return LinearSystem.solve(a, b).map(Quotient::polynomial);
  }
}
