package org.formulary.approximation.fit;

import java.util.List;
import java.util.Optional;
import org.formulary.approximation.fit.LeastSquaresFit.Stop;
import org.formulary.expressions.Instruction;
import org.formulary.expressions.Op;
import org.formulary.expressions.Skeleton;

/**
 * Fits programs to one set of samples. Where a program ends in squarings and the target f is
 * positive, what comes before them is fitted to the root of f, which is the same problem with fewer
 * operations.
 *
 * <p>A start that comes from a program with one squaring more or less fits another power of f. Then
 * the fit is led from that power to the one asked for, through powers between them: each stage
 * starts where the logarithms of the constants point to from the two before it, and the steps grow.
 * At one go, fits of narrow families end in a wrong place of their valley. Reference: Allgower and
 * Georg, "Introduction to Numerical Continuation Methods", chapter 2 (predictor and corrector).
 *
 * <p>Where constants near the best ones are found without a start ({@link ChainFit}), the fit
 * begins there: of 135,000 such fits one in 780 ended better from the constants of a parent, none
 * of them below 1e-6.
 *
 * <p>A workspace: one per thread; results do not depend on what it did before.
 */
public final class RootFit {
  /** A power that the start fits worse than this, relative to the target, is no beginning. */
  private static final double NEAR = 0.02;

  /** Constants that change by more between two stages are not extrapolated. */
  private static final double MAX_RATIO = 4;

  /** The way is lost where a stage fits so much worse than the first, relative to the target. */
  private static final double LOST = 100;

  private final LeastSquaresFit fit;
  private final Powers powers;
  private double[] previous = new double[0];

  /** The skeleton taken last; without its squarings; its constants, if found without a start. */
  private Skeleton given;

  private int root;
  private Skeleton inner;
  private Optional<DoubleDoubles> solved = Optional.empty();

  /** Fits to these samples. */
  public RootFit(Samples samples) {
    this.fit = new LeastSquaresFit(samples.size());
    this.powers = new Powers(samples);
  }

  /**
   * Improves the constants, unevaluated sums {@code high} + {@code low}, in place.
   *
   * @return the root mean square of the weighted residual, or infinity where the start is not
   *     finite
   */
  public double fit(Skeleton skeleton, double[] high, double[] low) {
    take(skeleton);
    if (solved.isPresent()) {
      System.arraycopy(solved.get().hi(), 0, high, 0, high.length);
      System.arraycopy(solved.get().lo(), 0, low, 0, low.length);
    } else if (powers.positive()) {
      lead(high, low);
    }
    return fit.fit(powers.root(root), inner, high, low, Stop.EARLY);
  }

  /** Whether the last fit did not depend on its start. */
  public boolean settled() {
    return solved.isPresent();
  }

  private void take(Skeleton skeleton) {
    if (skeleton != given) { // all starts of a behaviour share one skeleton
      given = skeleton;
      root = powers.positive() ? squarings(skeleton) : 0;
      inner = withoutSquarings(skeleton, root);
      solved = new ChainFit(powers.root(root)).solve(inner).filter(this::isFinite);
    }
  }

  private boolean isFinite(DoubleDoubles constants) {
    return Double.isFinite(fit.distance(powers.root(root), inner, constants.hi()));
  }

  /** Leads the constants from the power that the start fits best. */
  private void lead(double[] high, double[] low) {
    double here = fit.distance(powers.root(root), inner, high);
    if (!(here > NEAR)) {
      return;
    }
    List<Powers.Stage> down = powers.fromSquare(root);
    List<Powers.Stage> up = powers.fromRoot(root);
    double square = fit.distance(down.getFirst().samples());
    double ofRoot = fit.distance(up.getFirst().samples());
    if (square < NEAR && square < ofRoot) {
      follow(down, high, low);
    } else if (ofRoot < NEAR) {
      follow(up, high, low);
    }
  }

  private void follow(List<Powers.Stage> stages, double[] high, double[] low) {
    if (previous.length < high.length) {
      previous = new double[high.length];
    }
    double first = 0;
    double before = 0;
    for (int n = 0; n < stages.size(); n++) {
      Powers.Stage stage = stages.get(n);
      double rms = fit.fit(stage.samples(), inner, high, low, Stop.LATE);
      first = n == 0 ? rms : first;
      if (!(rms <= LOST * first)) {
        return;
      }
      double at = StrictMath.log(stage.exponent());
      double next = n + 1 < stages.size() ? StrictMath.log(stages.get(n + 1).exponent()) : 0;
      predict(high, low, n == 0 ? 0 : (next - at) / (at - before));
      before = at;
    }
  }

  /** Goes on by {@code part} of the last change in the logarithms of the constants. */
  private void predict(double[] high, double[] low, double part) {
    for (int j = 0; j < high.length; j++) {
      double now = high[j];
      double ratio = part == 0 ? 1 : now / previous[j];
      if (ratio > 1 / MAX_RATIO && ratio < MAX_RATIO && ratio != 1) {
        high[j] = now * StrictMath.pow(ratio, part);
        low[j] = 0;
      }
      previous[j] = now;
    }
  }

  private static int squarings(Skeleton s) {
    int n = 0;
    int value = s.output();
    while (n < Powers.MAX_ROOT && s.isInstruction(value)) {
      Instruction in = s.instruction(value);
      if (in.op() != Op.MUL || in.a() != in.b()) {
        break;
      }
      value = in.a();
      n++;
    }
    return n;
  }

  private static Skeleton withoutSquarings(Skeleton s, int squarings) {
    if (squarings == 0) {
      return s;
    }
    int value = s.output();
    for (int n = 0; n < squarings; n++) {
      value = s.instruction(value).a();
    }
    // The squarings are the last instructions: each reads the one before it alone.
    int kept = s.instructions().size() - squarings;
    return new Skeleton(s.inputs(), s.constants(), s.instructions().subList(0, kept), value);
  }
}
