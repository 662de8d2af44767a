package org.formulary.expressions.rewrite;

import java.util.List;
import org.formulary.expressions.Program;
import org.formulary.expressions.Skeleton;

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
}
