package org.formulary.truth.proof;

import java.time.Duration;
import java.util.function.LongSupplier;

/** When a proof gives up. */
record Limits(int maxBoxes, Duration maxTime, LongSupplier nanoClock) {
  Limits {
    if (maxBoxes < 1) {
      throw new IllegalArgumentException("maxBoxes must be >= 1, was " + maxBoxes);
    }
  }
}
