package org.formulary.approximation.fit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.formulary.approximation.fit.Chain.Link;
import org.formulary.expressions.Op;
import org.formulary.expressions.Skeleton;
import org.formulary.expressions.eval.DoubleDouble;
import org.formulary.expressions.eval.DoubleDoubleKernel;

/**
 * Finds all constants of a {@link Chain} together, without a start. From a start, fits of continued
 * fractions nearly always end in a wrong place.
 *
 * <p>Whatever its n constants, the program is a quotient P/Q, and the pairs (P, Q), up to a common
 * factor, mostly fill a linear space of n + 1 dimensions. Pairs for random constants show whether
 * they do, and span it. The best member of the space comes first: the linearised residual P − f·Q
 * is minimised, divided by the denominator of before. From it the constants are read one by one: a
 * constant c beside a value z must be such that what is left for z, a pair linear in c, lies in the
 * space of z. References: Sanathanan and Koerner, "Transfer function synthesis as a ratio of two
 * complex polynomials" (1963); Golub and Pereyra, "Separable nonlinear least squares: the variable
 * projection method and its applications" (2003).
 *
 * <p>Pairs are held as values at the samples, in double-double: the constants of a fraction that is
 * accurate to 1e-16 can be so sensitive that in binary64 they are not seen.
 */
final class ChainFit {
  /** Linearised problems in a row. */
  private static final int ROUNDS = 5;

  /** A vector of which less than this is left is a combination of those before it. */
  private static final double DEPENDENT = 1e-20;

  private final Samples samples;
  private final int points;
  private final DoubleDoubleKernel kernel;

  ChainFit(Samples samples) {
    this.samples = samples;
    this.points = samples.size();
    this.kernel = new DoubleDoubleKernel(points);
  }

  /**
   * The pairs of a chain.
   *
   * @param bases orthonormal, of the pairs of the output first, then of what each link reads if it
   *     reads a constant; one more vector follows each
   * @param undoable the points at which the pairs behind the output are known, else taken as 0
   */
  record Space(Chain chain, DoubleDoubles[][] bases, boolean[] undoable) {
    DoubleDoubles[] output() {
      return Arrays.copyOf(bases[0], bases[0].length - 1);
    }
  }

  /** Constants near the best ones; empty for other programs, and where there is a pole. */
  Optional<DoubleDoubles> solve(Skeleton skeleton) {
    return space(skeleton).flatMap(this::solve);
  }

  private Optional<DoubleDoubles> solve(Space space) {
    DoubleDoubles member = nearest(space.output());
    return hasPole(member)
        ? Optional.empty()
        : Optional.of(constants(space, member)).filter(ChainFit::isUsable);
  }

  /** Whether the denominator has a zero at a sample or, by its signs, between two. */
  static boolean hasPole(DoubleDoubles pair) {
    int points = pair.hi().length / 2;
    boolean pole = false;
    for (int i = points; i < 2 * points; i++) {
      pole |= pair.hi()[i] * pair.hi()[points] <= 0;
    }
    return pole;
  }

  /** The pairs of a program, if it is a chain whose pairs fill a space. */
  Optional<Space> space(Skeleton skeleton) {
    return Chain.of(skeleton).filter(chain -> isFinite(skeleton, chain)).flatMap(this::space);
  }

  private boolean isFinite(Skeleton skeleton, Chain chain) {
    boolean all = true;
    for (boolean at : finite(skeleton, chain)) {
      all &= at;
    }
    return all;
  }

  /** Where values without constants are finite; they stay in the kernel. */
  private boolean[] finite(Skeleton skeleton, Chain chain) {
    double[] ones = new double[skeleton.constants()];
    Arrays.fill(ones, 1);
    kernel.load(skeleton);
    kernel.value(ones, new double[ones.length], samples.x());
    return chain.finite(kernel, points);
  }

  /** The samples that count and at which values without constants are finite. */
  Samples usable(Skeleton skeleton, Chain chain) {
    boolean[] usable = finite(skeleton, chain);
    for (int i = 0; i < points; i++) {
      usable[i] &= samples.weight()[i] != 0;
    }
    return samples.where(usable);
  }

  static boolean isUsable(DoubleDoubles constants) {
    return Arrays.stream(constants.hi()).allMatch(c -> Double.isFinite(c) && c != 0);
  }

  /** Values without constants. */
  private DoubleDoubles known(int value) {
    return new DoubleDoubles(kernel.high(value), kernel.low(value));
  }

  /** Empty where pairs have other dimensions than one more than there are constants. */
  private Optional<Space> space(Chain chain) {
    List<Link> links = chain.links();
    int k = chain.constants();
    DoubleDoubles[][] pairs = new DoubleDoubles[links.size() + 1][k + 2];
    SplittableRandom random = new SplittableRandom(k);
    for (int n = 0; n < k + 2; n++) {
      pairs[links.size()][n] = joined(known(chain.end()));
      for (int l = links.size() - 1; l >= 0; l--) {
        Link link = links.get(l);
        DoubleDoubles beside = link.open() ? constant(random) : known(link.beside());
        pairs[l][n] = applied(link, pairs[l + 1][n], beside);
      }
    }
    boolean[] undoable = chain.undoable(kernel, points);
    int open = k;
    if (!orthonormal(pairs[0], open + 1)) {
      return Optional.empty();
    }
    for (int l = 0; l < links.size(); l++) {
      if (links.get(l).open()) {
        pairs[l + 1] = Arrays.copyOf(pairs[l + 1], open + 1);
        for (DoubleDoubles pair : pairs[l + 1]) {
          clear(pair, undoable);
        }
        if (!orthonormal(pairs[l + 1], open)) {
          return Optional.empty();
        }
        open--;
      }
    }
    return Optional.of(new Space(chain, pairs, undoable));
  }

  /** Zeros at the points where nothing is known. */
  private void clear(DoubleDoubles pair, boolean[] known) {
    for (int i = 0; i < points; i++) {
      if (!known[i]) {
        set(pair, i, DoubleDouble.ZERO, DoubleDouble.ZERO);
      }
    }
  }

  private DoubleDoubles constant(SplittableRandom random) {
    double c = random.nextDouble(0.5, 2) * (random.nextBoolean() ? 1 : -1);
    DoubleDoubles beside = new DoubleDoubles(points);
    beside.fill(DoubleDouble.of(c));
    return beside;
  }

  /** The pair (z, 1). */
  private DoubleDoubles joined(DoubleDoubles z) {
    DoubleDoubles pair = new DoubleDoubles(2 * points);
    pair.fill(DoubleDouble.ONE);
    System.arraycopy(z.hi(), 0, pair.hi(), 0, points);
    System.arraycopy(z.lo(), 0, pair.lo(), 0, points);
    return pair;
  }

  /** Makes the first so many orthonormal; false where they are dependent, or the next is not. */
  private static boolean orthonormal(DoubleDoubles[] pairs, int dimensions) {
    for (int n = 0; n <= dimensions; n++) {
      DoubleDoubles v = pairs[n];
      v.normalise();
      v.reject(pairs, n);
      if (v.length().hi() > DEPENDENT != n < dimensions) {
        return false;
      }
      if (n == dimensions) {
        break;
      }
      v.normalise();
      v.reject(pairs, n); // again: of a long vector the first time leaves rounding errors
      v.normalise();
    }
    return true;
  }

  private DoubleDoubles applied(Link link, DoubleDoubles pair, DoubleDoubles beside) {
    DoubleDoubles result = new DoubleDoubles(2 * points);
    for (int i = 0; i < points; i++) {
      DoubleDouble p = pair.get(i);
      DoubleDouble q = pair.get(points + i);
      DoubleDouble u = beside.get(i);
      DoubleDouble uq = DoubleDouble.multiply(u, q);
      switch (link.op()) {
        case ADD -> set(result, i, DoubleDouble.add(p, uq), q);
        case SUB -> set(result, i, difference(link, p, uq), q);
        case MUL -> set(result, i, DoubleDouble.multiply(u, p), q);
        case DIV -> set(result, i, link.left() ? p : uq, link.left() ? uq : p);
        case NEG, SQRT, FMA -> throw new IllegalStateException("not in a chain: " + link);
      }
    }
    return result;
  }

  /** The inverse of {@link #applied}, times the value beside if that is a factor or divisor. */
  private DoubleDoubles undone(Link link, DoubleDoubles pair, DoubleDoubles beside) {
    DoubleDoubles result = new DoubleDoubles(2 * points);
    for (int i = 0; i < points; i++) {
      DoubleDouble p = pair.get(i);
      DoubleDouble q = pair.get(points + i);
      DoubleDouble u = beside.get(i);
      DoubleDouble uq = DoubleDouble.multiply(u, q);
      switch (link.op()) {
        case ADD -> set(result, i, DoubleDouble.subtract(p, uq), q);
        case SUB ->
            set(result, i, link.left() ? DoubleDouble.add(p, uq) : difference(link, p, uq), q);
        case MUL -> set(result, i, p, uq);
        case DIV ->
            set(result, i, link.left() ? DoubleDouble.multiply(u, p) : uq, link.left() ? q : p);
        case NEG, SQRT, FMA -> throw new IllegalStateException("not in a chain: " + link);
      }
    }
    return result;
  }

  private static DoubleDouble difference(Link link, DoubleDouble p, DoubleDouble uq) {
    return link.left() ? DoubleDouble.subtract(p, uq) : DoubleDouble.subtract(uq, p);
  }

  private void set(DoubleDoubles pair, int i, DoubleDouble p, DoubleDouble q) {
    pair.set(i, p);
    pair.set(points + i, q);
  }

  /** The member of the space whose quotient is nearest to the target. */
  DoubleDoubles nearest(DoubleDoubles[] space) {
    DoubleDoubles member = new DoubleDoubles(2 * points);
    Arrays.fill(member.hi(), points, 2 * points, 1);
    for (int round = 0; round < ROUNDS; round++) {
      DoubleDoubles[] columns = new DoubleDoubles[space.length];
      for (int j = 0; j < space.length; j++) {
        columns[j] = linearised(space[j], member);
      }
      DoubleDoubles a = SmallestDirection.of(columns);
      member = new DoubleDoubles(2 * points);
      for (int j = 0; j < space.length; j++) {
        member.add(space[j], a.get(j));
      }
    }
    return member;
  }

  /** w·(P − f·Q), divided by the denominator of {@code before}. */
  private DoubleDoubles linearised(DoubleDoubles pair, DoubleDoubles before) {
    DoubleDoubles column = new DoubleDoubles(points);
    for (int i = 0; i < points; i++) {
      DoubleDouble f = new DoubleDouble(samples.high()[i], samples.low()[i]);
      DoubleDouble residual =
          DoubleDouble.subtract(pair.get(i), DoubleDouble.multiply(f, pair.get(points + i)));
      double weight = samples.weight()[i] / before.hi()[points + i];
      column.set(i, DoubleDouble.multiply(residual, DoubleDouble.of(weight)));
    }
    return column;
  }

  /** The constants for which the output is this member of the space; may not be finite. */
  DoubleDoubles constants(Space space, DoubleDoubles member) {
    Chain chain = space.chain();
    DoubleDoubles constants = new DoubleDoubles(chain.constants());
    DoubleDoubles zeros = new DoubleDoubles(points);
    DoubleDoubles ones = new DoubleDoubles(points);
    ones.fill(DoubleDouble.ONE);
    DoubleDoubles pair = member.copy();
    clear(pair, space.undoable());
    int open = chain.constants();
    for (int l = 0; open > 0; l++) {
      Link link = chain.links().get(l);
      if (link.open()) {
        DoubleDoubles without = undone(link, pair, zeros);
        DoubleDoubles factor = undone(link, pair, ones);
        factor.add(without, DoubleDouble.ONE.negate());
        DoubleDouble c = constant(without, factor, space.bases()[l + 1], open--);
        constants.set(link.beside() - 1, c);
        without.add(factor, c);
        pair = without;
      } else {
        DoubleDoubles beside = known(link.beside());
        pair = undone(link, pair, beside);
        if (link.op() == Op.MUL || link.op() == Op.DIV) {
          divide(pair, beside, space.undoable());
        }
      }
    }
    return constants;
  }

  /** c such that without + c·factor lies in the span of the first {@code n} vectors. */
  private static DoubleDouble constant(
      DoubleDoubles without, DoubleDoubles factor, DoubleDoubles[] space, int n) {
    DoubleDoubles outside = without.copy();
    DoubleDoubles factorOutside = factor.copy();
    outside.reject(space, n);
    factorOutside.reject(space, n);
    return DoubleDouble.divide(
        outside.dot(factorOutside).negate(), factorOutside.dot(factorOutside));
  }

  private void divide(DoubleDoubles pair, DoubleDoubles by, boolean[] undoable) {
    for (int i = 0; i < points; i++) {
      if (undoable[i]) {
        pair.set(i, DoubleDouble.divide(pair.get(i), by.get(i)));
        pair.set(points + i, DoubleDouble.divide(pair.get(points + i), by.get(i)));
      }
    }
  }
}
