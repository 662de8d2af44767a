package org.formulary.approximation.fit;

import java.util.Arrays;
import org.formulary.expressions.Instruction;
import org.formulary.expressions.Op;
import org.formulary.expressions.Skeleton;
import org.formulary.expressions.eval.Kernel;

/**
 * Solves for the constants that the output of a program depends on linearly, or as a quotient of
 * linear terms, given all others: one step of variable projection.
 *
 * <p>From the output inwards, operations with values of their own are undone on the target T. What
 * is left has the form d ± v with v = a·z or a/(b ± z), any part but one optional. Without b that
 * is linear. With b, (T − d)·(b ± z) = a is linear in b, d and a + d·b; its residual is divided by
 * the denominator of before, so that it is near that of the quotient. References: Golub and
 * Pereyra, "Separable nonlinear least squares: the variable projection method and its applications"
 * (2003); Sanathanan and Koerner, "Transfer function synthesis as a ratio of two complex
 * polynomials" (1963).
 *
 * <p>A workspace for programs in the form that searches hold: constants are added, never
 * subtracted, and multiplied by, never divided by.
 */
final class OuterConstants {
  private static final int NONE = -1;

  /** Denominators of before count as at least so much. */
  private static final double LEAST = 1e-3;

  private final int points;
  private final double[] target;
  private final double[] weight;
  private final LinearFit linear;

  private Skeleton skeleton;
  private int[] reads = new int[0];

  /** The instructions from the output to the form, and the operand through which each is left. */
  private int[] path = new int[0];

  private int[] sides = new int[0];
  private int depth;

  // The form: constants by their value numbers, or NONE.
  private int d;
  private int a;
  private int b;
  private int inner;
  private boolean quotient;
  private double signOfV;
  private double signOfZ;

  OuterConstants(int points) {
    this.points = points;
    this.target = new double[points];
    this.weight = new double[points];
    this.linear = new LinearFit(points);
  }

  /** Takes a skeleton; false if it has no such constants. */
  boolean load(Skeleton s) {
    skeleton = s;
    countReads();
    depth = 0;
    int u = s.output();
    while (isOwn(u) && !hasConstant(u)) {
      Instruction in = s.instruction(u);
      int side = side(in);
      if (side < 0) {
        return false;
      }
      path[depth] = u;
      sides[depth++] = side;
      u = in.operand(side);
    }
    return isOwn(u) && match(u);
  }

  private void countReads() {
    int values = skeleton.values();
    if (reads.length < values) {
      reads = new int[values];
      path = new int[values];
      sides = new int[values];
    }
    Arrays.fill(reads, 0, values, 0);
    reads[skeleton.output()]++;
    for (Instruction in : skeleton.instructions()) {
      for (int i = 0; i < in.op().arity(); i++) {
        reads[in.operand(i)]++;
      }
    }
  }

  /** Whether a value is computed, and read once, so that nothing else depends on it. */
  private boolean isOwn(int v) {
    return skeleton.isInstruction(v) && reads[v] == 1;
  }

  private boolean hasConstant(int v) {
    Instruction in = skeleton.instruction(v);
    return skeleton.isConstant(in.a()) || in.b() >= 0 && skeleton.isConstant(in.b());
  }

  /** Through which operand to go on: one with a constant if possible; −1 if through none. */
  private int side(Instruction in) {
    if (in.op().arity() != 2) {
      return -1;
    }
    for (int i = 0; i < 2; i++) {
      if (isOwn(in.operand(i)) && hasConstant(in.operand(i))) {
        return i;
      }
    }
    return isOwn(in.a()) ? 0 : isOwn(in.b()) ? 1 : -1;
  }

  private boolean match(int start) {
    d = NONE;
    a = NONE;
    b = NONE;
    quotient = false;
    signOfV = 1;
    signOfZ = 1;
    inner = start;
    if (isSumWithConstant(start)) {
      Instruction in = skeleton.instruction(start);
      d = constant(in);
      inner = other(in);
      signOfV = in.op() == Op.SUB ? -1 : 1;
    }
    if (isOwn(inner)) {
      matchScale(skeleton.instruction(inner));
    }
    return d >= 0 || a >= 0;
  }

  private void matchScale(Instruction in) {
    if (in.op() == Op.MUL && skeleton.isConstant(in.a()) != skeleton.isConstant(in.b())) {
      a = constant(in);
      inner = other(in);
    } else if (in.op() == Op.DIV && skeleton.isConstant(in.a())) {
      a = in.a();
      quotient = true;
      inner = in.b();
      if (isOwn(inner) && isSumWithConstant(inner)) {
        matchDenominator(skeleton.instruction(inner));
      }
    }
  }

  private void matchDenominator(Instruction in) {
    b = constant(in);
    inner = other(in);
    signOfZ = in.op() == Op.SUB ? -1 : 1;
  }

  /** c + u, u + c or c − u. */
  private boolean isSumWithConstant(int v) {
    Instruction in = skeleton.instruction(v);
    return in.op() == Op.ADD && skeleton.isConstant(in.a()) != skeleton.isConstant(in.b())
        || in.op() == Op.SUB && skeleton.isConstant(in.a());
  }

  private int constant(Instruction in) {
    return skeleton.isConstant(in.a()) ? in.a() : in.b();
  }

  private int other(Instruction in) {
    return skeleton.isConstant(in.a()) ? in.b() : in.a();
  }

  /**
   * Solves for the constants of the form.
   *
   * @param kernel holds the values of the program for {@code constants}, which are overwritten
   * @return whether there is one finite solution; if not, the constants stay
   */
  boolean solve(Kernel kernel, Samples samples, double[] constants) {
    System.arraycopy(samples.high(), 0, target, 0, points);
    System.arraycopy(samples.weight(), 0, weight, 0, points);
    for (int k = 0; k < depth; k++) {
      undo(kernel, skeleton.instruction(path[k]), sides[k]);
    }
    double[] z = kernel.value(inner);
    linear.clear();
    if (b >= 0) {
      fraction(z, constants[b - 1]);
    } else {
      sum(z);
    }
    return linear.solve(weight) && accept(constants);
  }

  /** Turns target and weight of a value into those of the operand on the path. */
  private void undo(Kernel kernel, Instruction in, int side) {
    double[] s = kernel.value(in.operand(1 - side));
    for (int i = 0; i < points; i++) {
      double t = target[i];
      switch (in.op()) {
        case ADD -> target[i] = t - s[i];
        case SUB -> target[i] = side == 0 ? t + s[i] : s[i] - t;
        case MUL -> {
          target[i] = t / s[i];
          weight[i] *= s[i];
        }
        case DIV -> {
          target[i] = side == 0 ? t * s[i] : s[i] / t;
          weight[i] *= side == 0 ? 1 / s[i] : t * t / s[i];
        }
        case NEG, SQRT, FMA -> throw new IllegalStateException("not on a path: " + in);
      }
    }
  }

  /** T = d ± v, v = a·z, a/z or z itself. */
  private void sum(double[] z) {
    double[] right = linear.right();
    System.arraycopy(target, 0, right, 0, points);
    if (d >= 0) {
      Arrays.fill(linear.column(), 1);
    }
    if (a >= 0) {
      double[] column = linear.column();
      for (int i = 0; i < points; i++) {
        column[i] = signOfV * (quotient ? 1 / z[i] : z[i]);
      }
    } else {
      for (int i = 0; i < points; i++) {
        right[i] -= signOfV * z[i];
      }
    }
  }

  /** (T − d)·(b ± z) = ±a, as T·(±z) = −b·T + (±a + d·b) + d·(±z). */
  private void fraction(double[] z, double before) {
    double[] right = linear.right();
    double[] byB = linear.column();
    for (int i = 0; i < points; i++) {
      double sz = signOfZ * z[i];
      weight[i] /= Math.max(Math.abs(before + sz), LEAST);
      byB[i] = -target[i];
      right[i] = target[i] * sz;
    }
    Arrays.fill(linear.column(), 1);
    if (d >= 0) {
      double[] byD = linear.column();
      for (int i = 0; i < points; i++) {
        byD[i] = signOfZ * z[i];
      }
    }
  }

  private boolean accept(double[] constants) {
    int next = 0;
    double newB = b >= 0 ? linear.solution(next++) : 0;
    double newD = 0;
    double newA = 0;
    if (b >= 0) {
      double sum = linear.solution(next++);
      newD = d >= 0 ? linear.solution(next) : 0;
      newA = signOfV * (sum - newD * newB);
    } else {
      newD = d >= 0 ? linear.solution(next++) : 0;
      newA = a >= 0 ? linear.solution(next) : 0;
    }
    if (!Double.isFinite(newA) || !Double.isFinite(newB) || !Double.isFinite(newD)) {
      return false;
    }
    put(constants, a, newA);
    put(constants, b, newB);
    put(constants, d, newD);
    return true;
  }

  private static void put(double[] constants, int v, double value) {
    if (v >= 0) {
      constants[v - 1] = value;
    }
  }
}
