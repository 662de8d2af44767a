package org.formulary.approximation.fit;

import java.util.Optional;
import org.formulary.expressions.Skeleton;

/** The last fit of a program: to the constants of the least error, in double-double. */
public sealed interface Refinement permits LevelFit, OneSidedFit, ExactFit, MeanSquareFit {
  /** Constants, unevaluated sums {@code high} + {@code low}, and their error at the samples. */
  record Refined(double[] high, double[] low, double error) {}

  /** Better constants, from those given; empty where the start or every fit is of no use. */
  Optional<Refined> fit(Skeleton skeleton, double[] high, double[] low);

  /** The error of these constants; infinite where a value is not finite or not allowed. */
  double error(Skeleton skeleton, double[] high, double[] low);
}
