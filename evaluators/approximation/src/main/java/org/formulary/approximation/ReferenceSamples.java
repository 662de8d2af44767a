package org.formulary.approximation;

import java.math.BigDecimal;
import org.formulary.approximation.fit.Samples;
import org.formulary.truth.ErrorKind;
import org.formulary.truth.ReferenceTable;

/** Turns a table of reference values into samples for fits. */
final class ReferenceSamples {
  private static final double LEAST_WEIGHT = 1e-200;

  private ReferenceSamples() {}

  static Samples of(Reference reference, ErrorKind errorKind) {
    ReferenceTable table = reference.values();
    int n = table.size();
    double[][] s = new double[4][n];
    for (int i = 0; i < n; i++) {
      BigDecimal value = table.values().get(i);
      double high = value.doubleValue();
      s[0][i] = table.points().get(i).doubleValue();
      s[1][i] = high;
      s[2][i] = value.subtract(new BigDecimal(high)).doubleValue();
      double unit = errorKind == ErrorKind.ABSOLUTE ? 1 : high == 0 ? 0 : 1 / Math.abs(high);
      // A weight of 0 would ask for exactness, as a zero of the target under relative error does.
      s[3][i] = unit * Math.max(reference.weight(i), LEAST_WEIGHT);
    }
    return Samples.of(s[0], s[1], s[2], s[3]);
  }
}
