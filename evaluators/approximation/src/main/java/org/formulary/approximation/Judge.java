package org.formulary.approximation;

import java.util.Optional;
import org.formulary.approximation.fit.ExactFit;
import org.formulary.approximation.fit.LevelFit;
import org.formulary.approximation.fit.MeanSquareFit;
import org.formulary.approximation.fit.MinimaxFit;
import org.formulary.approximation.fit.Norm;
import org.formulary.approximation.fit.OneSidedFit;
import org.formulary.approximation.fit.Refinement;
import org.formulary.approximation.fit.RootFit;
import org.formulary.approximation.fit.Samples;
import org.formulary.expressions.Skeleton;
import org.formulary.expressions.cost.OperationCount;
import org.formulary.expressions.eval.Kernel;
import org.formulary.search.domain.Evaluation;
import org.formulary.search.domain.Scores;
import org.formulary.truth.ErrorKind;

/**
 * The two judgements of a candidate: a least-squares fit in binary64 for all, a last fit in
 * double-double for the few. A workspace: one per thread; results do not depend on what it did
 * before.
 */
final class Judge {
  /**
   * Node counts by constants: at least three nodes per constant and a few more, in whole vectors.
   */
  private static final int NODE_STEP = 8;

  private static final int MAX_NODES = 64;

  /** Of a refined fit, constants are kept in binary64 while that costs less than this factor. */
  private static final double ROUNDING_COST = 1.0005;

  private final Samples samples;
  private final boolean extended;
  private final Optional<Constraint> slope;
  private final Refinement refinement;

  /** What the refined error will be, relative to that of a fit in binary64. */
  private final double outlook;

  private final RootFit[] fits = new RootFit[MAX_NODES / NODE_STEP + 1];
  private final Samples coarse;
  private final Norm coarseNorm;
  private final Kernel coarseKernel;
  private final MinimaxFit coarsePrecise;
  private final double[] coarseErrors;
  private Skeleton counted;
  private double operations;

  /**
   * A judge.
   *
   * @param extended whether fits go on in double-double and constants may be wider than binary64
   */
  Judge(ApproximationSpec spec, Samples given, boolean extended) {
    this.samples = extended ? given : given.withNoise(0);
    this.extended = extended;
    this.slope = spec.slope();
    this.refinement = refinement(spec, samples);
    this.outlook = spec.side().isPresent() || !spec.exact().isEmpty() ? 2 : 1;
    this.coarse = samples.every(2);
    this.coarseNorm = spec.norm(coarse.size());
    this.coarseKernel = new Kernel(coarse.size());
    this.coarsePrecise = new MinimaxFit(coarse);
    this.coarseErrors = new double[coarse.size()];
  }

  private static Refinement refinement(ApproximationSpec spec, Samples samples) {
    return switch (spec.norm(samples.size())) {
      case Norm.MeanSquare mean -> new MeanSquareFit(samples, mean);
      case Norm.Largest _ when spec.side().isPresent() ->
          new OneSidedFit(samples, spec.side().get().sign());
      case Norm.Largest _ when !spec.exact().isEmpty() ->
          new ExactFit(
              samples,
              spec.exact(),
              spec.errorKind() == ErrorKind.RELATIVE,
              (skeleton, high, low) -> spec.isExact(Candidate.of(skeleton, high, low).program()));
      case Norm.Largest _ -> new LevelFit(samples);
    };
  }

  Evaluation<Candidate> evaluate(Candidate candidate) {
    double[] high = candidate.constants();
    double[] low = candidate.lowParts();
    RootFit fit = fitFor(high.length);
    double rms = fit.fit(candidate.skeleton(), high, low);
    if (!(rms < Double.POSITIVE_INFINITY)) {
      return new Evaluation.Rejected<>("not finite at a node");
    }
    double error = coarseError(candidate.skeleton(), high, low);
    if (!(error < Double.POSITIVE_INFINITY)) {
      return new Evaluation.Rejected<>("not finite on the interval");
    }
    if (!hasSlope(candidate.skeleton(), high)) {
      return new Evaluation.Rejected<>("not monotone");
    }
    return new Evaluation.Scored<>(
        Candidate.of(candidate.skeleton(), high, low),
        scores(candidate, outlook * error),
        fit.settled());
  }

  private boolean hasSlope(Skeleton skeleton, double[] constants) {
    if (slope.isEmpty()) {
      return true;
    }
    coarseKernel.load(skeleton);
    return Monotone.along(coarseKernel.value(constants, coarse.x()), slope.get().sign());
  }

  private RootFit fitFor(int constants) {
    int step = Math.min((3 * constants + 3 + NODE_STEP - 1) / NODE_STEP, MAX_NODES / NODE_STEP);
    step = Math.max(2, step);
    if (fits[step] == null) {
      fits[step] = new RootFit(samples.interior(step * NODE_STEP));
    }
    return fits[step];
  }

  private double coarseError(Skeleton skeleton, double[] high, double[] low) {
    coarseKernel.load(skeleton);
    double[] p = coarseKernel.value(high, coarse.x());
    for (int i = 0; i < p.length; i++) {
      coarseErrors[i] = coarse.weight()[i] * (p[i] - coarse.high()[i]);
    }
    double error = coarseNorm.of(coarseErrors);
    return error < coarse.noise()
        ? coarseNorm.of(coarsePrecise.errors(skeleton, high, low))
        : error;
  }

  Evaluation<Candidate> refine(Candidate candidate) {
    Skeleton skeleton = candidate.skeleton();
    Optional<Refinement.Refined> refined =
        refinement.fit(skeleton, candidate.constants(), candidate.lowParts());
    if (refined.isEmpty()) {
      return new Evaluation.Rejected<>("not finite on the interval, or not as asked for");
    }
    Refinement.Refined r = refined.get();
    if (!hasSlope(skeleton, r.high())) {
      return new Evaluation.Rejected<>("not monotone");
    }
    double[] none = new double[r.high().length];
    double rounded = refinement.error(skeleton, r.high(), none);
    boolean narrow = !extended || rounded <= r.error() * ROUNDING_COST;
    double error = narrow ? rounded : r.error();
    if (!(error < Double.POSITIVE_INFINITY)) {
      return new Evaluation.Rejected<>("not as asked for with binary64 constants");
    }
    Candidate kept = Candidate.of(skeleton, r.high(), narrow ? none : r.low());
    // The notation shares equal sub-expressions; what is archived must be what was judged.
    Candidate normal = Candidate.from(kept.program());
    return new Evaluation.Scored<>(normal, scores(normal, error));
  }

  /** How level the error of a candidate is, and at how many points, where that is aimed at. */
  Optional<MinimaxFit.Result> levelness(Candidate candidate) {
    return refinement instanceof LevelFit level
        ? level.levelness(candidate.skeleton(), candidate.constants(), candidate.lowParts())
        : Optional.empty();
  }

  private Scores scores(Candidate candidate, double error) {
    if (candidate.skeleton() != counted) { // all starts of a behaviour share one skeleton
      counted = candidate.skeleton();
      operations = OperationCount.PLAIN.of(counted);
    }
    return Scores.of(error, operations);
  }
}
