package org.formulary.expressions.rewrite;

import java.util.Arrays;
import java.util.List;
import org.formulary.expressions.Program;
import org.formulary.expressions.Skeleton;
import org.formulary.expressions.eval.DoubleArithmetic;
import org.formulary.expressions.eval.Interpreter;

/**
 * A skeleton that contains the family of another one: for almost all constants of the old there are
 * constants of the new with the same function over the reals.
 *
 * @param skeleton in normal form, its constants open
 * @param constants for each constant of the skeleton, a program that computes it from the old
 *     constants, which are its inputs (one unused input where there were none): the start of a fit
 * @param rules used, by name, in alphabetical order
 */
public record Family(Skeleton skeleton, List<Program> constants, List<String> rules) {
  public Family {
    constants = List.copyOf(constants);
    rules = List.copyOf(rules);
    if (constants.size() != skeleton.constants()) {
      throw new IllegalArgumentException(
          "the skeleton has %d constants, was given %d"
              .formatted(skeleton.constants(), constants.size()));
    }
  }

  /** The new constants for these old ones, in binary64; not finite where they pass a pole. */
  public double[] values(double[] old) {
    List<Double> inputs = old.length == 0 ? List.of(0.0) : Arrays.stream(old).boxed().toList();
    return constants.stream()
        .mapToDouble(c -> Interpreter.evaluate(c, DoubleArithmetic.INSTANCE, inputs))
        .toArray();
  }
}
