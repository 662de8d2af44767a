package org.formulary.continuedfractions.survey;

/**
 * An irrational fraction of a survey, as far as clusters need to know it.
 *
 * @param unit the number of a
 * @param numerator the number of b
 * @param dynamics law, parameter and d, as text
 * @param closed the key of the closed form of it or of one that inflation and shifts make equal;
 *     empty where none is known that agrees
 * @param value its digits, empty where there is no closed form
 */
record Member(
    int unit,
    int numerator,
    String dynamics,
    Denominators denominators,
    Rates rates,
    String closed,
    String value) {
  /**
   * How denominators grow, beyond d.
   *
   * @param mod4 NaN where they do not reduce; so is mod3
   */
  record Denominators(float c, float mod4, float mod3) {}

  /**
   * Numbers to be plotted.
   *
   * @param delta asymptotic
   */
  record Rates(float rate, float delta) {}
}
