package org.formulary.approximation.fit;

import java.util.Optional;
import org.formulary.approximation.fit.LeastSquaresFit.Stop;
import org.formulary.expressions.Skeleton;

/**
 * Makes the root mean square of the error least: least squares whose weights are those of a
 * quadrature rule on the samples.
 */
public final class MeanSquareFit implements Refinement {
  private final Norm.MeanSquare norm;
  private final Samples weighted;
  private final Samples inner;
  private final LeastSquaresFit fit;
  private final LeastSquaresFit innerFit;
  private final MinimaxFit exact;

  /** Fits on these samples, one for each share of the norm. */
  public MeanSquareFit(Samples samples, Norm.MeanSquare norm) {
    this.norm = norm;
    this.weighted = samples.shared(norm.shares());
    this.inner = weighted.withoutEnds();
    this.fit = new LeastSquaresFit(weighted.size());
    this.innerFit = new LeastSquaresFit(inner.size());
    this.exact = new MinimaxFit(samples);
  }

  @Override
  public Optional<Refined> fit(Skeleton skeleton, double[] high, double[] low) {
    Refined best = new Refined(high, low, error(skeleton, high, low));
    best = better(best, fit, weighted, skeleton);
    // At an end, where a program may be 1/0 on the way, it has no derivatives to fit by.
    best = better(best, innerFit, inner, skeleton);
    return Optional.of(best).filter(r -> r.error() < Double.POSITIVE_INFINITY);
  }

  private Refined better(Refined start, LeastSquaresFit fits, Samples samples, Skeleton skeleton) {
    double[] h = start.high().clone();
    double[] l = start.low().clone();
    fits.fit(samples, skeleton, h, l, Stop.LATE);
    double error = error(skeleton, h, l);
    return error < start.error() ? new Refined(h, l, error) : start;
  }

  @Override
  public double error(Skeleton skeleton, double[] high, double[] low) {
    return norm.of(exact.errors(skeleton, high, low));
  }
}
