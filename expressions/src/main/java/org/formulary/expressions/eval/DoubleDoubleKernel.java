package org.formulary.expressions.eval;

import java.util.Arrays;
import org.formulary.expressions.Instruction;
import org.formulary.expressions.Skeleton;

/**
 * Evaluates one-input skeletons over a fixed number of points in double-double arithmetic: about 31
 * digits, for residuals below the noise of binary64.
 *
 * <p>Each operation has a relative error of a few 2^-104: sums 3·2^-106 (no cancellation bound is
 * needed for operands of opposite sign: the algorithm is the accurate one), products 5·2^-106,
 * quotients 15·2^-106 (Joldes, Muller, Popescu, "Tight and rigorous error bounds for basic building
 * blocks of double-word arithmetic", ACM TOMS 44, 2017, algorithms 6, 12 and 17). Where the
 * binary64 result of an operation is infinite, NaN or zero, that is the result. A workspace: one
 * per thread.
 */
public final class DoubleDoubleKernel {
  private final int lanes;
  private Skeleton skeleton;
  private double[][] high = new double[0][];
  private double[][] low = new double[0][];

  /** A kernel over {@code lanes} ≥ 1 points. */
  public DoubleDoubleKernel(int lanes) {
    this.lanes = lanes;
  }

  /** Takes the skeleton that the following calls evaluate. It must have one input. */
  public void load(Skeleton next) {
    if (next.inputs() != 1) {
      throw new IllegalArgumentException("the kernel takes one input, not " + next.inputs());
    }
    int from = high.length;
    if (from < next.values()) {
      high = Arrays.copyOf(high, next.values());
      low = Arrays.copyOf(low, next.values());
      for (int v = from; v < next.values(); v++) {
        high[v] = new double[lanes];
        low[v] = new double[lanes];
      }
    }
    skeleton = next;
  }

  /** Evaluates at binary64 points with double-double constants. */
  public void value(double[] constantHigh, double[] constantLow, double[] x) {
    System.arraycopy(x, 0, high[0], 0, lanes);
    Arrays.fill(low[0], 0);
    int first = skeleton.firstInstruction();
    for (int v = 1; v < first; v++) {
      Arrays.fill(high[v], constantHigh[v - 1]);
      Arrays.fill(low[v], constantLow[v - 1]);
    }
    for (int v = first; v < skeleton.values(); v++) {
      Instruction in = skeleton.instruction(v);
      for (int i = 0; i < lanes; i++) {
        step(in, v, i);
      }
    }
  }

  /** The high parts of the output, valid until the next call; not to be written to. */
  public double[] high() {
    return high(skeleton.output());
  }

  /** The low parts of the output, valid until the next call; not to be written to. */
  public double[] low() {
    return low(skeleton.output());
  }

  /** The high parts of any value, valid until the next call; not to be written to. */
  public double[] high(int value) {
    return high[value];
  }

  /** The low parts of any value, valid until the next call; not to be written to. */
  public double[] low(int value) {
    return low[value];
  }

  private void step(Instruction in, int v, int i) {
    double ah = high[in.a()][i];
    double al = low[in.a()][i];
    double bh = in.b() >= 0 ? high[in.b()][i] : 0;
    double bl = in.b() >= 0 ? low[in.b()][i] : 0;
    switch (in.op()) {
      case ADD -> add(v, i, ah, al, bh, bl);
      case SUB -> add(v, i, ah, al, -bh, -bl);
      case MUL -> multiply(v, i, ah, al, bh, bl);
      case DIV -> divide(v, i, ah, al, bh, bl);
      case NEG -> set(v, i, -ah, -al);
      case SQRT -> sqrt(v, i, ah, al);
      case FMA -> {
        multiply(v, i, ah, al, bh, bl);
        add(v, i, high[v][i], low[v][i], high[in.c()][i], low[in.c()][i]);
      }
    }
  }

  private void add(int v, int i, double ah, double al, double bh, double bl) {
    double s = ah + bh;
    double t = s - ah;
    double se = (ah - (s - t)) + (bh - t);
    double u = al + bl;
    double w = u - al;
    double ue = (al - (u - w)) + (bl - w);
    double c = se + u;
    double h = s + c;
    double d = ue + (c - (h - s));
    finish(v, i, s, h, d);
  }

  private void multiply(int v, int i, double ah, double al, double bh, double bl) {
    double p = ah * bh;
    double e = Math.fma(ah, bh, -p);
    double cross = Math.fma(ah, bl, Math.fma(al, bh, al * bl));
    finish(v, i, p, p, e + cross);
  }

  private void divide(int v, int i, double ah, double al, double bh, double bl) {
    double q = ah / bh;
    // One Newton step on the remainder a − q·b, which is exact up to its own rounding.
    double p = q * bh;
    double pe = Math.fma(q, bh, -p) + q * bl;
    double r = (ah - p) - pe + al;
    double q2 = r / bh;
    double p2 = q2 * bh;
    double r2 = (r - p2) - Math.fma(q2, bh, -p2) - q2 * bl;
    double h = q + q2;
    finish(v, i, q, h, (q2 - (h - q)) + r2 / bh);
  }

  private void sqrt(int v, int i, double ah, double al) {
    double s = Math.sqrt(ah);
    double r = Math.fma(-s, s, ah) + al;
    finish(v, i, s, s, s == 0 ? 0 : r / (2 * s));
  }

  private void finish(int v, int i, double plain, double h, double l) {
    double sum = h + l;
    if (plain == 0 && sum == 0 || sum - sum != 0) { // zero, or not finite
      set(v, i, plain, 0);
    } else {
      set(v, i, sum, l - (sum - h));
    }
  }

  private void set(int v, int i, double h, double l) {
    high[v][i] = h;
    low[v][i] = l;
  }
}
