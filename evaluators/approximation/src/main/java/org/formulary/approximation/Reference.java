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
  /** What the error at point {@code i} is multiplied by. */
  double weight(int i) {
    return weights.map(w -> w.values().get(i).doubleValue()).orElse(1.0);
  }
}
