package org.formulary.expressions;

import java.util.List;

/**
 * A straight-line program: a skeleton and the exact values of its constants.
 *
 * <p>Equality is structural and bit-exact on the constants; two programs that compute the same
 * function by different instructions are different. {@link NormalForm} removes differences of
 * writing.
 *
 * @param skeleton the instructions
 * @param constants one exact value for each open constant of the skeleton, in order
 */
public record Program(Skeleton skeleton, List<BinaryRational> constants) {
  public Program {
    constants = List.copyOf(constants);
    if (constants.size() != skeleton.constants()) {
      throw new IllegalArgumentException(
          "the skeleton has %d constants, was given %d"
              .formatted(skeleton.constants(), constants.size()));
    }
  }

  /** The nearest binary64 values of the constants, in order. */
  public double[] doubleConstants() {
    return constants.stream().mapToDouble(BinaryRational::doubleValue).toArray();
  }
}
