package org.formulary.expressions.eval;

import java.util.Arrays;
import org.formulary.expressions.Instruction;
import org.formulary.expressions.Op;
import org.formulary.expressions.Skeleton;

/**
 * A fast evaluator of one-input skeletons over a fixed number of points (lanes), in binary64, with
 * the derivatives with respect to every constant by one reverse sweep.
 *
 * <p>Values agree bit for bit with {@link Interpreter} in {@link DoubleArithmetic}. The loops run
 * over plain arrays of the same length, so that the JIT vectorises them; with the few points of a
 * fit the head of a loop costs as much as its body, so that constants are read as numbers wherever
 * they can be. Nothing is allocated after {@link #load} has seen the largest program. A kernel is a
 * workspace: one per thread.
 *
 * <p>Derivatives are those of real analysis evaluated in binary64; where a value is infinite or NaN
 * so are they.
 */
public final class Kernel {
  /** An operation by what its operands are: arrays, or a constant in the place told. */
  private enum Form {
    ADD,
    ADD_CONSTANT,
    SUB,
    SUB_CONSTANT,
    CONSTANT_SUB,
    MUL,
    MUL_CONSTANT,
    DIV,
    DIV_CONSTANT,
    CONSTANT_DIV,
    NEG,
    SQRT,
    FMA
  }

  private final int lanes;
  private final double[] ones;
  private Skeleton skeleton;
  private Form[] form = new Form[0];
  private int[] first = new int[0];
  private int[] second = new int[0];
  private int[] third = new int[0];
  private boolean[] varies = new boolean[0];

  /** Constants that are read as arrays. */
  private boolean[] spread = new boolean[0];

  private boolean[] touched = new boolean[0];
  private double[] number = new double[0];
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
    reserve(values);
    skeleton = next;
    for (int v = 0; v < values; v++) {
      varies[v] = next.isConstant(v);
      spread[v] = v == next.output();
    }
    for (int v = next.firstInstruction(); v < values; v++) {
      load(v, next.instruction(v));
    }
  }

  private void load(int v, Instruction in) {
    int a = in.a();
    int b = in.b();
    int c = in.c();
    varies[v] = varies[a] || b >= 0 && varies[b] || c >= 0 && varies[c];
    boolean left = skeleton.isConstant(a);
    boolean right = b >= 0 && skeleton.isConstant(b);
    form[v] = form(in.op(), left && !right, right && !left);
    boolean swap = left && (form[v] == Form.ADD_CONSTANT || form[v] == Form.MUL_CONSTANT);
    first[v] = swap ? b : a;
    second[v] = swap ? a : b;
    third[v] = c;
    switch (form[v]) {
      case ADD, SUB, MUL, DIV, NEG, SQRT, FMA -> {
        spread[a] = true;
        for (int i = 1; i < in.op().arity(); i++) {
          spread[in.operand(i)] = true;
        }
      }
      default -> {} // the one constant is read as a number
    }
  }

  private static Form form(Op op, boolean left, boolean right) {
    return switch (op) {
      case ADD -> left || right ? Form.ADD_CONSTANT : Form.ADD;
      case SUB -> left ? Form.CONSTANT_SUB : right ? Form.SUB_CONSTANT : Form.SUB;
      case MUL -> left || right ? Form.MUL_CONSTANT : Form.MUL;
      case DIV -> left ? Form.CONSTANT_DIV : right ? Form.DIV_CONSTANT : Form.DIV;
      case NEG -> Form.NEG;
      case SQRT -> Form.SQRT;
      case FMA -> Form.FMA;
    };
  }

  private void reserve(int values) {
    if (value.length >= values) {
      return;
    }
    int from = value.length;
    value = Arrays.copyOf(value, values);
    adjoint = Arrays.copyOf(adjoint, values);
    for (int v = from; v < values; v++) {
      value[v] = new double[lanes];
      adjoint[v] = new double[lanes];
    }
    form = new Form[values];
    first = new int[values];
    second = new int[values];
    third = new int[values];
    varies = new boolean[values];
    spread = new boolean[values];
    touched = new boolean[values];
    number = new double[values];
  }

  /**
   * Evaluates at the points {@code x} with these constants.
   *
   * @param x read again by {@link #differentiate}
   * @return the values of the output, valid until the next call; not to be written to
   */
  public double[] value(double[] constants, double[] x) {
    value[0] = x;
    int start = skeleton.firstInstruction();
    for (int v = 1; v < start; v++) {
      number[v] = constants[v - 1];
      if (spread[v]) {
        Arrays.fill(value[v], number[v]);
      }
    }
    int end = skeleton.values();
    for (int v = start; v < end; v++) {
      int a = first[v];
      int b = second[v];
      double[] r = value[v];
      switch (form[v]) {
        case ADD -> Lanes.add(r, value[a], value[b]);
        case ADD_CONSTANT -> Lanes.add(r, value[a], number[b]);
        case SUB -> Lanes.subtract(r, value[a], value[b]);
        case SUB_CONSTANT -> Lanes.add(r, value[a], -number[b]);
        case CONSTANT_SUB -> Lanes.subtract(r, number[a], value[b]);
        case MUL -> Lanes.multiply(r, value[a], value[b]);
        case MUL_CONSTANT -> Lanes.multiply(r, value[a], number[b]);
        case DIV -> Lanes.divide(r, value[a], value[b]);
        case DIV_CONSTANT -> Lanes.divide(r, value[a], number[b]);
        case CONSTANT_DIV -> Lanes.divide(r, number[a], value[b]);
        case NEG -> Lanes.negate(r, value[a]);
        case SQRT -> Lanes.sqrt(r, value[a]);
        case FMA -> Lanes.fma(r, value[a], value[b], value[third[v]]);
      }
    }
    return value[skeleton.output()];
  }

  /**
   * What the input or instruction numbered {@code v} was in the last {@link #value(double[],
   * double[])} call; not to be written to.
   */
  public double[] value(int v) {
    return value[v];
  }

  /** The derivatives of the output of the last {@link #value} call, for all constants at once. */
  public void differentiate() {
    differentiate(ones);
  }

  /** As {@link #differentiate()}, each derivative multiplied by the weight of its point. */
  public void differentiate(double[] weight) {
    int start = skeleton.firstInstruction();
    int end = skeleton.values();
    Arrays.fill(touched, 0, end, false);
    System.arraycopy(weight, 0, adjoint[skeleton.output()], 0, lanes);
    touched[skeleton.output()] = true;
    for (int v = end - 1; v >= start; v--) {
      if (varies[v] && touched[v]) {
        pullBack(v, value[v], adjoint[v]);
      }
    }
    for (int v = 1; v < start; v++) {
      if (!touched[v]) {
        Arrays.fill(adjoint[v], 0.0);
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

  private void pullBack(int v, double[] r, double[] g) {
    int a = first[v];
    int b = second[v];
    switch (form[v]) {
      case ADD, ADD_CONSTANT -> {
        pass(a, g);
        pass(b, g);
      }
      case SUB, SUB_CONSTANT, CONSTANT_SUB -> {
        pass(a, g);
        passMinus(b, g);
      }
      case MUL -> {
        passProduct(a, g, value[b]);
        passProduct(b, g, value[a]);
      }
      case MUL_CONSTANT -> {
        passProduct(b, g, value[a]);
        if (varies[a]) {
          Lanes.multiply(g, g, number[b]); // g is not needed again
          pass(a, g);
        }
      }
      case DIV, CONSTANT_DIV -> {
        Lanes.divide(g, g, value[b]); // g is not needed again, so it may hold g / b
        pass(a, g);
        passMinusProduct(b, g, r);
      }
      case DIV_CONSTANT -> {
        Lanes.divide(g, g, number[b]);
        pass(a, g);
        passMinusProduct(b, g, r);
      }
      case NEG -> passMinus(a, g);
      case SQRT -> {
        Lanes.divide(g, g, r);
        Lanes.multiply(g, g, 0.5);
        pass(a, g);
      }
      case FMA -> {
        passProduct(a, g, value[b]);
        passProduct(b, g, value[a]);
        pass(third[v], g);
      }
    }
  }

  // Each pass adds to an adjoint; the first one to touch it sets it, which saves clearing it.

  private void pass(int to, double[] g) {
    if (!varies[to]) {
      return;
    }
    if (touched[to]) {
      Lanes.accumulate(adjoint[to], g);
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
      Lanes.subtract(adjoint[to], adjoint[to], g);
    } else {
      Lanes.negate(adjoint[to], g);
      touched[to] = true;
    }
  }

  private void passProduct(int to, double[] g, double[] w) {
    if (!varies[to]) {
      return;
    }
    if (touched[to]) {
      Lanes.accumulateProduct(adjoint[to], g, w);
    } else {
      Lanes.multiply(adjoint[to], g, w);
      touched[to] = true;
    }
  }

  private void passMinusProduct(int to, double[] g, double[] w) {
    if (!varies[to]) {
      return;
    }
    if (touched[to]) {
      Lanes.accumulateMinusProduct(adjoint[to], g, w);
    } else {
      Lanes.minusProduct(adjoint[to], g, w);
      touched[to] = true;
    }
  }
}
