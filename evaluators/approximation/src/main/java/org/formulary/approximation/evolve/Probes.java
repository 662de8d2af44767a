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
 * settings of its constants, so that it is known before any fit. The constants are set in the order
 * in which a walk meets them that visits the operands of commutative operations by the hash of
 * their shape, so that the writing of a program does not matter.
 *
 * <p>Works on drafts, because most drafts are known already and need never become candidates. A
 * workspace: one per thread.
 */
public final class Probes {
  /** Raised when inputs, settings or rounding change. */
  private static final int REVISION = 4;

  private static final double[] X = {
    0.0, 1.0, 0.6180339887, -0.4142135624, 1.7320508076, -1.2360679775, 0.1415926536, -2.7182818285,
  };
  private static final int INPUTS = X.length;
  private static final int LANES = 2 * INPUTS;
  private static final int MAX_CONSTANTS = 3 * Draft.MAX_NODES + 1;

  private static final double[] INPUT_VALUES = inputValues();
  private static final double[][] SETTINGS = settings();

  private final Fingerprinter fingerprinter = new Fingerprinter();
  private final double[][] values = new double[Draft.MAX_NODES][LANES];
  private final long[] shape = new long[Draft.MAX_NODES];
  private Draft draft;
  private long hashed;
  private long evaluated;
  private int constants;

  private static double[] inputValues() {
    double[] input = new double[LANES];
    for (int i = 0; i < LANES; i++) {
      input[i] = X[i % INPUTS];
    }
    return input;
  }

  private static double[][] settings() {
    double[][] settings = new double[MAX_CONSTANTS][LANES];
    for (int k = 0; k < MAX_CONSTANTS; k++) {
      Arrays.fill(settings[k], 0, INPUTS, setting(k, 0, 0.6180339887498949));
      Arrays.fill(settings[k], INPUTS, LANES, setting(k, 1, 0.7548776662466927));
    }
    return settings;
  }

  /** Spread over ±(0.4, 2.4) by multiples of irrational numbers. */
  private static double setting(int k, int s, double step) {
    double magnitude = 0.4 + 2 * ((k + 1) * step % 1);
    return (k * 7 + s) % 3 == 0 ? -magnitude : magnitude;
  }

  /** The fingerprint of a candidate. */
  public Fingerprint of(Candidate candidate) {
    return of(Draft.of(candidate));
  }

  /** The fingerprint of the candidate that this draft would become. */
  Fingerprint of(Draft d) {
    draft = d;
    hashed = 0;
    evaluated = 0;
    constants = 0;
    if (d.output >= 0) {
      shape(d.output);
    }
    double[] y = value(d.output);
    fingerprinter.reset(REVISION);
    for (int i = 0; i < LANES; i++) {
      fingerprinter.add(y[i]);
    }
    return fingerprinter.fingerprint();
  }

  /** For each live node, as bits: whether its first two operands change places in the walk. */
  long swaps(Draft d) {
    draft = d;
    hashed = 0;
    long swaps = 0;
    long live = d.live();
    for (int v = 0; v < d.size(); v++) {
      if ((live >>> v & 1) != 0
          && d.op(v).commutative()
          && shape(d.operand(v, 0)) > shape(d.operand(v, 1))) {
        swaps |= 1L << v;
      }
    }
    return swaps;
  }

  private long shape(int node) {
    if (node < 0) {
      return node == INPUT ? 0x51ed270b7a2f33L : 0x2c1b3c6d5a5aL;
    }
    if ((hashed >>> node & 1) != 0) {
      return shape[node];
    }
    Op op = draft.op(node);
    long a = shape(draft.operand(node, 0));
    long b = op.arity() > 1 ? shape(draft.operand(node, 1)) : 0;
    if (op.commutative() && a > b) {
      long t = a;
      a = b;
      b = t;
    }
    long h = mix(mix(op.ordinal() + 1, a), b);
    h = op.arity() > 2 ? mix(h, shape(draft.operand(node, 2))) : h;
    hashed |= 1L << node;
    shape[node] = h;
    return h;
  }

  private static long mix(long a, long b) {
    long h = (a ^ Long.rotateLeft(b, 29)) * 0x9e3779b97f4a7c15L;
    return h ^ h >>> 32;
  }

  private double[] value(int node) {
    if (node == INPUT) {
      return INPUT_VALUES;
    }
    if (node == CONSTANT) {
      return SETTINGS[constants++];
    }
    double[] r = values[node];
    if ((evaluated >>> node & 1) != 0) {
      return r;
    }
    evaluated |= 1L << node;
    Op op = draft.op(node);
    int first = draft.operand(node, 0);
    int second = op.arity() > 1 ? draft.operand(node, 1) : INPUT;
    boolean swap = op.commutative() && shape(first) > shape(second);
    double[] u = value(swap ? second : first);
    double[] w = op.arity() > 1 ? value(swap ? first : second) : u;
    double[] c = op.arity() > 2 ? value(draft.operand(node, 2)) : u;
    respond(op, r, u, w, c);
    return r;
  }

  // One loop an operation, so that each is vectorised.
  private static void respond(Op op, double[] r, double[] u, double[] w, double[] c) {
    switch (op) {
      case ADD -> {
        for (int i = 0; i < LANES; i++) {
          r[i] = u[i] + w[i];
        }
      }
      case SUB -> {
        for (int i = 0; i < LANES; i++) {
          r[i] = u[i] - w[i];
        }
      }
      case MUL -> {
        for (int i = 0; i < LANES; i++) {
          r[i] = u[i] * w[i];
        }
      }
      case DIV -> {
        for (int i = 0; i < LANES; i++) {
          r[i] = u[i] / w[i];
        }
      }
      case NEG -> {
        for (int i = 0; i < LANES; i++) {
          r[i] = -u[i];
        }
      }
      case SQRT -> {
        for (int i = 0; i < LANES; i++) {
          r[i] = Math.sqrt(u[i]);
        }
      }
      case FMA -> {
        for (int i = 0; i < LANES; i++) {
          r[i] = u[i] * w[i] + c[i];
        }
      }
    }
  }
}
