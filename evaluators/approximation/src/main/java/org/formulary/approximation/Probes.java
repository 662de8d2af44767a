package org.formulary.approximation;

import org.formulary.expressions.eval.Kernel;
import org.formulary.hashing.Fingerprint;
import org.formulary.hashing.Fingerprinter;

/**
 * The fingerprint of a skeleton: its responses at fixed inputs under two fixed settings of its
 * constants, so that it is known before any fit. Constants are set by their order in the normal
 * form. A workspace: one per thread.
 */
final class Probes {
  /** Raised when inputs, settings or rounding change. */
  static final int REVISION = 1;

  private static final int INPUTS = 9;
  private static final double[] X = {
    0.0,
    1.0,
    0.6180339887,
    -0.4142135624,
    1.7320508076,
    -1.2360679775,
    0.1415926536,
    2.7182818285,
    -3.3027756377,
  };
  private static final int SETTINGS = 2;

  private final Kernel kernel = new Kernel(INPUTS);
  private final Fingerprinter fingerprinter = new Fingerprinter();
  private double[][] setting = {{}, {}};

  Fingerprint of(Candidate candidate) {
    int k = candidate.skeleton().constants();
    if (setting[0].length < k) {
      setting = new double[][] {constants(0, 2 * k), constants(1, 2 * k)};
    }
    kernel.load(candidate.skeleton());
    fingerprinter.reset(REVISION);
    for (int s = 0; s < SETTINGS; s++) {
      double[] y = kernel.value(setting[s], X);
      for (int i = 0; i < INPUTS; i++) {
        fingerprinter.add(y[i]);
      }
    }
    return fingerprinter.fingerprint();
  }

  /** Spread over ±(0.4, 2.4) by multiples of irrational numbers. */
  private static double[] constants(int s, int n) {
    double step = s == 0 ? 0.6180339887498949 : 0.7548776662466927;
    double[] c = new double[n];
    for (int i = 0; i < n; i++) {
      double u = (i + 1) * step % 1;
      c[i] = (i * 7 + s) % 3 == 0 ? -0.4 - 2 * u : 0.4 + 2 * u;
    }
    return c;
  }
}
