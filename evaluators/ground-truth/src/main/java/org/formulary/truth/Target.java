package org.formulary.truth;

import org.formulary.truth.reference.RealFunction;

/**
 * A function to approximate, with what is usually asked of it.
 *
 * @param name what {@code --target} takes
 * @param formula the function of x
 * @param description a few words
 * @param interval the default interval
 * @param errorKind the default error
 */
public record Target(
    String name, String formula, String description, Interval interval, ErrorKind errorKind) {
  /** The function to evaluate. */
  public RealFunction function() {
    return RealFunction.parse(formula);
  }
}
