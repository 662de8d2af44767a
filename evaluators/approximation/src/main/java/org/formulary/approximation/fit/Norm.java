package org.formulary.approximation.fit;

/** Makes one number of errors at samples. */
public sealed interface Norm {
  /** The number; infinite or NaN where an error is. */
  double of(double[] errors);

  /** The largest magnitude. */
  record Largest() implements Norm {
    @Override
    public double of(double[] errors) {
      double max = 0;
      for (double e : errors) {
        double magnitude = Math.abs(e);
        if (!(magnitude <= max)) {
          max = magnitude;
        }
        if (max != max) {
          return Double.NaN;
        }
      }
      return max;
    }
  }

  /**
   * The root of the mean of the squares.
   *
   * @param shares of the samples in the mean, their sum 1; shared and not to be written to
   */
  record MeanSquare(double[] shares) implements Norm {
    @Override
    public double of(double[] errors) {
      double sum = 0;
      for (int i = 0; i < errors.length; i++) {
        sum += shares[i] * errors[i] * errors[i];
      }
      return Math.sqrt(sum);
    }
  }
}
