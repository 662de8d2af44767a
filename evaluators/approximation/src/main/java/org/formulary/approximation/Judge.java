package org.formulary.approximation;

import java.util.Optional;
import org.formulary.approximation.fit.ChainMinimax;
import org.formulary.approximation.fit.MinimaxFit;
import org.formulary.approximation.fit.OneSidedFit;
import org.formulary.approximation.fit.RootFit;
import org.formulary.approximation.fit.Samples;
import org.formulary.expressions.Skeleton;
import org.formulary.expressions.cost.OperationCount;
import org.formulary.expressions.eval.Kernel;
import org.formulary.search.domain.Evaluation;
import org.formulary.search.domain.Scores;

/**
 * The two judgements of a candidate: a least-squares fit in binary64 for all, a minimax fit in
 * double-double for the few. A workspace: one per thread; results do not depend on what it did
 * before.
 */
final class Judge {
  private static final int MAX_LEVELLING = 40;

  /** The linearised error of a level fit, relative to its error. */
  private static final double LEVEL = 1 - 1e-6;

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
  private final Optional<OneSidedFit> oneSided;
  private final RootFit[] fits = new RootFit[MAX_NODES / NODE_STEP + 1];
  private final Samples coarse;
  private final Kernel coarseKernel;
  private final MinimaxFit minimax;
  private final MinimaxFit coarsePrecise;
  private final ChainMinimax chains;
  private Skeleton counted;
  private double operations;

  /** A judge of programs that need only be near. */
  Judge(Samples given, boolean extended) {
    this(given, extended, Optional.empty(), Optional.empty());
  }

  /**
   * A judge.
   *
   * @param side what the sign of the error must be
   * @param slope what the sign of the slope must be
   * @param extended whether fits go on in double-double and constants may be wider than binary64
   */
  Judge(Samples given, boolean extended, Optional<Constraint> side, Optional<Constraint> slope) {
    this.samples = extended ? given : given.withNoise(0);
    this.extended = extended;
    this.slope = slope;
    this.oneSided = side.map(s -> new OneSidedFit(samples, s.sign()));
    this.coarse = samples.every(2);
    this.coarseKernel = new Kernel(coarse.size());
    this.minimax = new MinimaxFit(samples);
    this.coarsePrecise = new MinimaxFit(coarse);
    this.chains = new ChainMinimax(samples);
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
    // An error on one side only is twice as large.
    return new Evaluation.Scored<>(
        Candidate.of(candidate.skeleton(), high, low),
        scores(candidate, oneSided.isPresent() ? 2 * error : error),
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
    double max = 0;
    for (int i = 0; i < p.length; i++) {
      double error = Math.abs(coarse.weight()[i] * (p[i] - coarse.high()[i]));
      if (!(error <= max)) {
        max = error;
      }
      if (max != max) {
        return Double.NaN;
      }
    }
    return max < coarse.noise() ? coarsePrecise.error(skeleton, high, low) : max;
  }

  Evaluation<Candidate> refine(Candidate candidate) {
    Optional<MinimaxFit.Result> fitted =
        minimax.fit(
            candidate.skeleton(), candidate.constants(), candidate.lowParts(), MAX_LEVELLING);
    if (fitted.isEmpty()) {
      return new Evaluation.Rejected<>("not finite on the interval");
    }
    Optional<MinimaxFit.Result> allowed =
        constrained(candidate.skeleton(), levelled(candidate.skeleton(), fitted.get()));
    if (allowed.isEmpty()) {
      return new Evaluation.Rejected<>("constraints not met");
    }
    MinimaxFit.Result r = allowed.get();
    double[] none = new double[r.high().length];
    double rounded = error(candidate.skeleton(), r.high(), none);
    boolean narrow = !extended || rounded <= r.error() * ROUNDING_COST;
    Candidate kept = Candidate.of(candidate.skeleton(), r.high(), narrow ? none : r.low());
    // The notation shares equal sub-expressions; what is archived must be what was judged.
    Candidate normal = Candidate.from(kept.program());
    return new Evaluation.Scored<>(normal, scores(normal, narrow ? rounded : r.error()));
  }

  /** A fit whose error is not level in all constants, from better ones if there are any. */
  private MinimaxFit.Result levelled(Skeleton skeleton, MinimaxFit.Result r) {
    if (r.level() > LEVEL && r.extrema() > skeleton.constants()) {
      return r;
    }
    return chains
        .fit(skeleton)
        .flatMap(c -> minimax.fit(skeleton, c[0], c[1], MAX_LEVELLING))
        .filter(other -> other.error() < r.error())
        .orElse(r);
  }

  private Optional<MinimaxFit.Result> constrained(Skeleton skeleton, MinimaxFit.Result r) {
    Optional<MinimaxFit.Result> moved =
        oneSided.isPresent() ? oneSided.get().fit(skeleton, r) : Optional.of(r);
    return moved.filter(m -> hasSlope(skeleton, m.high()));
  }

  private double error(Skeleton skeleton, double[] high, double[] low) {
    return oneSided.isPresent()
        ? oneSided.get().error(skeleton, high, low)
        : minimax.error(skeleton, high, low);
  }

  /** How level the error of a candidate is, and at how many points. */
  Optional<MinimaxFit.Result> levelness(Candidate candidate) {
    return minimax.fit(candidate.skeleton(), candidate.constants(), candidate.lowParts(), 1);
  }

  private Scores scores(Candidate candidate, double error) {
    if (candidate.skeleton() != counted) { // all starts of a behaviour share one skeleton
      counted = candidate.skeleton();
      operations = OperationCount.PLAIN.of(counted);
    }
    return Scores.of(error, operations);
  }
}
