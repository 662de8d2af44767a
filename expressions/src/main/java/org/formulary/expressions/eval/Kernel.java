package org.formulary.expressions.eval;

import java.util.Arrays;
import org.formulary.expressions.Instruction;
import org.formulary.expressions.Skeleton;

/**
 * A fast evaluator of one-input skeletons over a fixed number of points (lanes), in binary64, with
 * the derivatives with respect to every constant by one reverse sweep.
 *
 * <p>Values agree bit for bit with {@link Interpreter} in {@link DoubleArithmetic}. The loops run
 * over plain arrays of the same length, so that the JIT vectorises them; nothing is allocated after
 * {@link #load} has seen the largest program. A kernel is a workspace: one per thread.
 *
 * <p>Derivatives are those of real analysis evaluated in binary64; where a value is infinite or NaN
 * so are they.
 */
public final class Kernel {
  private final int lanes;
  private final double[] ones;
  private Skeleton skeleton;
  private Instruction[] code = new Instruction[0];
  private boolean[] varies = new boolean[0];
  private boolean[] touched = new boolean[0];
  private double[][] value = new double[0][];
  private double[][] adjoint = new double[0][];

  /** A kernel over {@code lanes} ≥ 1 points. */
  public Kernel(int lanes) {
    this.lanes = lanes;
    this.ones = new double[lanes];
    Arrays.fill(ones, 1.0);
  }

  /** The number of points. */
  public int lanes() {
    return lanes;
  }

  /** The number of constants of the skeleton. */
  public int constants() {
    return skeleton.constants();
  }

  /** Takes the skeleton that the following calls evaluate. It must have one input. */
  public void load(Skeleton next) {
    if (next.inputs() != 1) {
      throw new IllegalArgumentException("the kernel takes one input, not " + next.inputs());
    }
    int values = next.values();
    if (value.length < values) {
      int from = value.length;
      value = Arrays.copyOf(value, values);
      adjoint = Arrays.copyOf(adjoint, values);
      for (int v = from; v < values; v++) {
        value[v] = new double[lanes];
        adjoint[v] = new double[lanes];
      }
      varies = new boolean[values];
      touched = new boolean[values];
      code = Arrays.copyOf(code, values);
    }
    int first = next.firstInstruction();
    for (int v = 0; v < values; v++) {
      varies[v] = next.isConstant(v);
      if (v >= first) {
        Instruction in = next.instruction(v);
        code[v] = in;
        varies[v] =
            varies[in.a()] || in.b() >= 0 && varies[in.b()] || in.c() >= 0 && varies[in.c()];
      }
    }
    skeleton = next;
  }

  /**
   * Evaluates at the points {@code x} with these constants.
   *
   * @return the values of the output, valid until the next call; not to be written to
   */
  public double[] value(double[] constants, double[] x) {
    System.arraycopy(x, 0, value[0], 0, lanes);
    int first = skeleton.firstInstruction();
    for (int v = 1; v < first; v++) {
      Arrays.fill(value[v], 0, lanes, constants[v - 1]);
    }
    int end = skeleton.values();
    for (int v = first; v < end; v++) {
      Instruction in = code[v];
      double[] r = value[v];
      double[] a = value[in.a()];
      switch (in.op()) {
        case ADD -> add(r, a, value[in.b()], lanes);
        case SUB -> subtract(r, a, value[in.b()], lanes);
        case MUL -> multiply(r, a, value[in.b()], lanes);
        case DIV -> divide(r, a, value[in.b()], lanes);
        case NEG -> negate(r, a, lanes);
        case SQRT -> sqrt(r, a, lanes);
        case FMA -> fma(r, a, value[in.b()], value[in.c()], lanes);
      }
    }
    return value[skeleton.output()];
  }

  /** The derivatives of the output of the last {@link #value} call, for all constants at once. */
  public void differentiate() {
    differentiate(ones);
  }

  /** As {@link #differentiate()}, each derivative multiplied by the weight of its point. */
  public void differentiate(double[] weight) {
    int first = skeleton.firstInstruction();
    int end = skeleton.values();
    Arrays.fill(touched, 0, end, false);
    System.arraycopy(weight, 0, adjoint[skeleton.output()], 0, lanes);
    touched[skeleton.output()] = true;
    for (int v = end - 1; v >= first; v--) {
      if (varies[v] && touched[v]) {
        pullBack(code[v], value[v], adjoint[v]);
      }
    }
    for (int v = 1; v < first; v++) {
      if (!touched[v]) {
        Arrays.fill(adjoint[v], 0, lanes, 0.0);
      }
    }
  }

  /**
   * The derivative by constant {@code i} at each point, after {@link #differentiate}; the caller
   * may overwrite it.
   */
  public double[] derivative(int i) {
    return adjoint[1 + i];
  }

  private void pullBack(Instruction in, double[] r, double[] g) {
    int ia = in.a();
    int ib = in.b();
    switch (in.op()) {
      case ADD -> {
        pass(ia, g);
        pass(ib, g);
      }
      case SUB -> {
        pass(ia, g);
        passMinus(ib, g);
      }
      case MUL -> {
        passProduct(ia, g, value[ib]);
        passProduct(ib, g, value[ia]);
      }
      case DIV -> {
        // g is not needed again, so it may hold g / b.
        divide(g, g, value[ib], lanes);
        pass(ia, g);
        passMinusProduct(ib, g, r);
      }
      case NEG -> passMinus(ia, g);
      case SQRT -> {
        divide(g, g, r, lanes);
        scaleHalf(g, lanes);
        pass(ia, g);
      }
      case FMA -> {
        passProduct(ia, g, value[ib]);
        passProduct(ib, g, value[ia]);
        pass(in.c(), g);
      }
    }
  }

  // Each pass adds to an adjoint; the first one to touch it sets it, which saves clearing it.

  private void pass(int to, double[] g) {
    if (!varies[to]) {
      return;
    }
    if (touched[to]) {
      accumulate(adjoint[to], g, lanes);
    } else {
      System.arraycopy(g, 0, adjoint[to], 0, lanes);
      touched[to] = true;
    }
  }

  private void passMinus(int to, double[] g) {
    if (!varies[to]) {
      return;
    }
    if (touched[to]) {
      accumulateMinus(adjoint[to], g, lanes);
    } else {
      negate(adjoint[to], g, lanes);
      touched[to] = true;
    }
  }

  private void passProduct(int to, double[] g, double[] w) {
    if (!varies[to]) {
      return;
    }
    if (touched[to]) {
      accumulateProduct(adjoint[to], g, w, lanes);
    } else {
      multiply(adjoint[to], g, w, lanes);
      touched[to] = true;
    }
  }

  private void passMinusProduct(int to, double[] g, double[] w) {
    if (!varies[to]) {
      return;
    }
    if (touched[to]) {
      accumulateMinusProduct(adjoint[to], g, w, lanes);
    } else {
      minusProduct(adjoint[to], g, w, lanes);
      touched[to] = true;
    }
  }

  private static void add(double[] r, double[] a, double[] b, int n) {
    for (int i = 0; i < n; i++) {
      r[i] = a[i] + b[i];
    }
  }

  private static void subtract(double[] r, double[] a, double[] b, int n) {
    for (int i = 0; i < n; i++) {
      r[i] = a[i] - b[i];
    }
  }

  private static void multiply(double[] r, double[] a, double[] b, int n) {
    for (int i = 0; i < n; i++) {
      r[i] = a[i] * b[i];
    }
  }

  private static void divide(double[] r, double[] a, double[] b, int n) {
    for (int i = 0; i < n; i++) {
      r[i] = a[i] / b[i];
    }
  }

  private static void negate(double[] r, double[] a, int n) {
    for (int i = 0; i < n; i++) {
      r[i] = -a[i];
    }
  }

  private static void sqrt(double[] r, double[] a, int n) {
    for (int i = 0; i < n; i++) {
      r[i] = Math.sqrt(a[i]);
    }
  }

  private static void fma(double[] r, double[] a, double[] b, double[] c, int n) {
    for (int i = 0; i < n; i++) {
      r[i] = Math.fma(a[i], b[i], c[i]);
    }
  }

  private static void accumulate(double[] r, double[] g, int n) {
    for (int i = 0; i < n; i++) {
      r[i] += g[i];
    }
  }

  private static void accumulateMinus(double[] r, double[] g, int n) {
    for (int i = 0; i < n; i++) {
      r[i] -= g[i];
    }
  }

  private static void scaleHalf(double[] r, int n) {
    for (int i = 0; i < n; i++) {
      r[i] *= 0.5;
    }
  }

  private static void minusProduct(double[] r, double[] g, double[] w, int n) {
    for (int i = 0; i < n; i++) {
      r[i] = -(g[i] * w[i]);
    }
  }

  private static void accumulateProduct(double[] r, double[] g, double[] w, int n) {
    for (int i = 0; i < n; i++) {
      r[i] += g[i] * w[i];
    }
  }

  private static void accumulateMinusProduct(double[] r, double[] g, double[] w, int n) {
    for (int i = 0; i < n; i++) {
      r[i] -= g[i] * w[i];
    }
  }
}
