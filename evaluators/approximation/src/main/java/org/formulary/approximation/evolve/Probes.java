package org.formulary.approximation.evolve;

import static org.formulary.approximation.evolve.Draft.CONSTANT;
import static org.formulary.approximation.evolve.Draft.INPUT;

import java.util.Arrays;
import org.formulary.approximation.Candidate;
import org.formulary.expressions.Op;
import org.formulary.hashing.Fingerprint;
import org.formulary.hashing.Fingerprinter;

/**
 * The fingerprint of a program with open constants: its responses at fixed inputs under two fixed
 * settings of its constants, so that it is known before any fit.
 *
 * <p>Sums with differences and products with quotients are taken as chains, the terms of a chain in
 * the order of the hash of their shape, and the constants get their values in the order of that
 * walk: neither the writing of a program nor the grouping of its terms matters. Chains end at nodes
 * that are read more than once, powers of the input apart.
 *
 * <p>Works on drafts, because most drafts are known already and need never become candidates. A
 * workspace: one per thread.
 */
public final class Probes {
  /** Raised when inputs, settings or rounding change. */
  private static final int REVISION = 5;

  private static final double[] X = {
    0.0, 1.0, 0.6180339887, -0.4142135624, 1.7320508076, -1.2360679775, 0.1415926536, -2.7182818285,
  };
  private static final int INPUTS = X.length;
  private static final int LANES = 2 * INPUTS;
  private static final int MAX_CONSTANTS = 3 * Draft.MAX_NODES + 1;

  private static final double[] INPUT_VALUES = inputValues(0);
  private static final double[][] SETTINGS = settings(0);
  private static final double[] ZERO = new double[LANES];
  private static final double[] ONE = ones();

  private final double[] inputValues;
  private final double[][] settings;
  private final Fingerprinter fingerprinter = new Fingerprinter();
  private final double[][] values = new double[Draft.MAX_NODES][LANES];
  private final long[] shape = new long[Draft.MAX_NODES];

  // The terms of the chains under way, those of an inner chain above those of the outer one.
  private final int[] termSource = new int[2 * Draft.MAX_NODES];
  private final boolean[] termInverse = new boolean[2 * Draft.MAX_NODES];
  private final long[] termKey = new long[2 * Draft.MAX_NODES];
  private int top;

  private Draft draft;
  private Draft.Uses uses;
  private long hashed;
  private long evaluated;
  private int constants;

  /** The probes that the search uses. */
  public Probes() {
    this.inputValues = INPUT_VALUES;
    this.settings = SETTINGS;
  }

  /** Probes at other inputs and settings, by which those of the search can be checked. */
  public Probes(double shift) {
    this.inputValues = inputValues(shift);
    this.settings = settings(shift);
  }

  private static double[] inputValues(double shift) {
    double[] input = new double[LANES];
    for (int i = 0; i < LANES; i++) {
      input[i] = X[i % INPUTS] + shift;
    }
    return input;
  }

  private static double[] ones() {
    double[] one = new double[LANES];
    Arrays.fill(one, 1);
    return one;
  }

  private static double[][] settings(double shift) {
    double[][] settings = new double[MAX_CONSTANTS][LANES];
    for (int k = 0; k < MAX_CONSTANTS; k++) {
      Arrays.fill(settings[k], 0, INPUTS, setting(k, 0, 0.6180339887498949, shift));
      Arrays.fill(settings[k], INPUTS, LANES, setting(k, 1, 0.7548776662466927, shift));
    }
    return settings;
  }

  /** Spread over ±(0.4, 2.4) by multiples of irrational numbers. */
  private static double setting(int k, int s, double step, double shift) {
    double magnitude = 0.4 + 2 * (((k + 1) * step + shift) % 1);
    return (k * 7 + s) % 3 == 0 ? -magnitude : magnitude;
  }

  /** The fingerprint of a reduced candidate, such as searches hold. */
  public Fingerprint of(Candidate candidate) {
    return of(Draft.of(candidate));
  }

  /** The fingerprint of the candidate that this reduced draft would become. */
  Fingerprint of(Draft d) {
    load(d);
    evaluated = 0;
    constants = 0;
    top = 0;
    double[] y = value(d.output);
    fingerprinter.reset(REVISION);
    for (int i = 0; i < LANES; i++) {
      fingerprinter.add(y[i]);
    }
    return fingerprinter.fingerprint();
  }

  private void load(Draft d) {
    draft = d;
    uses = d.uses();
    hashed = 0;
  }

  /** For each live node, as bits: whether its first two operands change places in the walk. */
  long swaps(Draft d) {
    load(d);
    long swaps = 0;
    for (long left = uses.live(); left != 0; left &= left - 1) {
      int v = Long.numberOfTrailingZeros(left);
      if (d.op(v).commutative() && shape(d.operand(v, 0)) > shape(d.operand(v, 1))) {
        swaps |= 1L << v;
      }
    }
    return swaps;
  }

  /** A hash of a node without its constants. */
  private long shape(int node) {
    if (node < 0) {
      return node == INPUT ? 0x51ed270b7a2f33L : 0x2c1b3c6d5a5aL;
    }
    if ((hashed >>> node & 1) != 0) {
      return shape[node];
    }
    Op op = draft.op(node);
    long h =
        switch (op) {
          case ADD, SUB, MUL, DIV -> mix(isSum(op) ? 1 : 2, chainShape(node, isSum(op), false));
          case NEG, SQRT -> mix(op.ordinal() + 3, shape(draft.operand(node, 0)));
          case FMA -> {
            long a = shape(draft.operand(node, 0));
            long b = shape(draft.operand(node, 1));
            yield mix(mix(Math.min(a, b), Math.max(a, b)), shape(draft.operand(node, 2)));
          }
        };
    hashed |= 1L << node;
    shape[node] = h;
    return h;
  }

  private static boolean isSum(Op op) {
    return op == Op.ADD || op == Op.SUB;
  }

  /** Whether a node that a chain reads is a part of the chain, not a term. */
  private boolean isPart(int node, boolean sum) {
    if (node < 0 || !uses.once(node) && !isPower(node)) {
      return false;
    }
    return switch (draft.op(node)) {
      case ADD, SUB -> sum;
      case MUL, DIV -> !sum;
      case NEG, SQRT, FMA -> false;
    };
  }

  /** x·x, x·x·x and so on, which are shared or written twice as it happens. */
  private boolean isPower(int node) {
    return node == INPUT
        || node >= 0
            && draft.op(node) == Op.MUL
            && isPower(draft.operand(node, 0))
            && isPower(draft.operand(node, 1));
  }

  /** Whether operand {@code i} is subtracted or divided by, in a chain that is itself so or not. */
  private boolean inverse(int node, int i, boolean outer) {
    return outer ^ (i == 1 && !draft.op(node).commutative());
  }

  private long key(int source, boolean inverse) {
    return mix(shape(source), inverse ? 5 : 7);
  }

  /** The sum over the terms of their keys. */
  private long chainShape(int node, boolean sum, boolean outer) {
    long h = 0;
    for (int i = 0; i < 2; i++) {
      int source = draft.operand(node, i);
      boolean inverse = inverse(node, i, outer);
      h += isPart(source, sum) ? chainShape(source, sum, inverse) : key(source, inverse);
    }
    return h;
  }

  /** Pushes the terms of a chain, by their keys. */
  private void pushTerms(int node, boolean sum, boolean outer, int bottom) {
    for (int i = 0; i < 2; i++) {
      int source = draft.operand(node, i);
      boolean inverse = inverse(node, i, outer);
      if (isPart(source, sum)) {
        pushTerms(source, sum, inverse, bottom);
        continue;
      }
      long key = key(source, inverse);
      int at = top++;
      for (; at > bottom && termKey[at - 1] > key; at--) {
        termKey[at] = termKey[at - 1];
        termSource[at] = termSource[at - 1];
        termInverse[at] = termInverse[at - 1];
      }
      termKey[at] = key;
      termSource[at] = source;
      termInverse[at] = inverse;
    }
  }

  private static long mix(long a, long b) {
    long h = (a ^ Long.rotateLeft(b, 29)) * 0x9e3779b97f4a7c15L;
    h = (h ^ h >>> 32) * 0xd6e8feb86659fd93L;
    return h ^ h >>> 32;
  }

  private double[] value(int node) {
    if (node == INPUT) {
      return inputValues;
    }
    if (node == CONSTANT) {
      return settings[constants++];
    }
    double[] r = values[node];
    if ((evaluated >>> node & 1) == 0) {
      evaluated |= 1L << node;
      Op op = draft.op(node);
      switch (op) {
        case ADD, SUB, MUL, DIV -> chain(node, isSum(op), r);
        case NEG -> subtract(r, ZERO, value(draft.operand(node, 0)));
        case SQRT -> root(r, value(draft.operand(node, 0)));
        case FMA -> {
          int first = draft.operand(node, 0);
          int second = draft.operand(node, 1);
          boolean swap = shape(first) > shape(second);
          double[] u = value(swap ? second : first);
          multiply(r, u, value(swap ? first : second));
          add(r, r, value(draft.operand(node, 2)));
        }
      }
    }
    return r;
  }

  private void chain(int node, boolean sum, double[] r) {
    int bottom = top;
    pushTerms(node, sum, false, bottom);
    double[] before = sum ? ZERO : ONE;
    for (int i = bottom, end = top; i < end; i++) {
      double[] term = value(termSource[i]);
      if (sum && termInverse[i]) {
        subtract(r, before, term);
      } else if (sum) {
        add(r, before, term);
      } else if (termInverse[i]) {
        divide(r, before, term);
      } else {
        multiply(r, before, term);
      }
      before = r;
    }
    top = bottom;
  }

  // One loop an operation, so that each is vectorised.

  private static void add(double[] r, double[] u, double[] w) {
    for (int i = 0; i < LANES; i++) {
      r[i] = u[i] + w[i];
    }
  }

  private static void subtract(double[] r, double[] u, double[] w) {
    for (int i = 0; i < LANES; i++) {
      r[i] = u[i] - w[i];
    }
  }

  private static void multiply(double[] r, double[] u, double[] w) {
    for (int i = 0; i < LANES; i++) {
      r[i] = u[i] * w[i];
    }
  }

  private static void divide(double[] r, double[] u, double[] w) {
    for (int i = 0; i < LANES; i++) {
      r[i] = u[i] / w[i];
    }
  }

  private static void root(double[] r, double[] u) {
    for (int i = 0; i < LANES; i++) {
      r[i] = Math.sqrt(u[i]);
    }
  }
}
