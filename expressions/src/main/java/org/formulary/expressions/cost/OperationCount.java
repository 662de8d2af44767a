package org.formulary.expressions.cost;

import java.util.EnumMap;
import java.util.Map;
import org.formulary.expressions.Op;
import org.formulary.expressions.Skeleton;

/**
 * The number of operations: the live instructions that depend on an input, each times its weight.
 * Constants, inputs and constant-only sub-expressions cost nothing.
 *
 * @param weights of operations that do not count 1; each ≥ 0
 */
public record OperationCount(Map<Op, Double> weights) {
  /** Every operation counts 1. */
  public static final OperationCount PLAIN = new OperationCount(Map.of());

  public OperationCount {
    weights = weights.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(weights));
    weights.forEach(
        (op, weight) -> {
          if (!(weight >= 0)) {
            throw new IllegalArgumentException(
                "the weight of %s must be ≥ 0, was %s".formatted(op.symbol(), weight));
          }
        });
  }

  /** The weighted count. */
  public double of(Skeleton skeleton) {
    boolean[] live = skeleton.live();
    boolean[] depends = skeleton.dependsOnInput();
    double sum = 0;
    for (int v = skeleton.firstInstruction(); v < skeleton.values(); v++) {
      if (live[v] && depends[v]) {
        sum += weights.getOrDefault(skeleton.instruction(v).op(), 1.0);
      }
    }
    return sum;
  }
}
