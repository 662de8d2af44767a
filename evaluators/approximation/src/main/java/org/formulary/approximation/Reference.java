package org.formulary.approximation;

import java.util.Optional;
import org.formulary.truth.ReferenceTable;

/**
 * What programs are compared with.
 *
 * @param values of the target
 * @param weights of errors, at the same points, where they are not 1
 */
record Reference(ReferenceTable values, Optional<ReferenceTable> weights) {
  /** The sign of the target: 1 or −1 where it has that one only and perhaps zeros, else 0. */
  int sign() {
    boolean positive = values.values().stream().anyMatch(v -> v.signum() > 0);
    boolean negative = values.values().stream().anyMatch(v -> v.signum() < 0);
    return positive == negative ? 0 : positive ? 1 : -1;
  }

  /** What the error at point {@code i} is multiplied by. */
  double weight(int i) {
    return weights.map(w -> w.values().get(i).doubleValue()).orElse(1.0);
  }
}
