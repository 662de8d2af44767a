package org.formulary.approximation.evolve;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.formulary.approximation.Candidate;
import org.formulary.expressions.Op;
import org.formulary.expressions.parse.ProgramParser;

/** Drafts for tests, and their values by an evaluation of its own. */
final class Drafts {
  static final List<Op> ARITHMETIC = List.of(Op.ADD, Op.SUB, Op.MUL, Op.DIV);
  static final double[] POINTS = {-1.7, -0.6, 0.15, 0.4, 1.3, 2.9, 7.5};

  /** A generous bound of the rounding error of one operation. */
  private static final double UNIT = 1e-15;

  private Drafts() {}

  static Draft parse(String text) {
    return Draft.of(Candidate.from(ProgramParser.parse(text)));
  }

  static Candidate candidate(Draft d) {
    return d.candidate(new Probes());
  }

  /** A draft after some moves, unreduced. */
  static Draft random(RandomGenerator random, List<Op> ops, int moves) {
    Draft d = Draft.identity();
    for (int i = 0; i < moves; i++) {
      Move.values()[random.nextInt(Move.values().length)].apply(d, ops, random);
      if (d.size() > Draft.MAX_NODES / 2) {
        d.compact();
      }
    }
    return d;
  }

  /** The same draft with its nodes numbered backwards, so that users come before what they use. */
  static Draft reversed(Draft d) {
    Draft r = Draft.identity();
    int n = d.size();
    for (int v = 0; v < n; v++) {
      r.add(d.op(n - 1 - v));
    }
    for (int v = 0; v < n; v++) {
      for (int i = 0; i < d.op(v).arity(); i++) {
        if (d.isConstant(v, i)) {
          r.setConstant(n - 1 - v, i, d.constant(v, i));
        } else {
          int source = d.operand(v, i);
          r.set(n - 1 - v, i, source < 0 ? source : n - 1 - source);
        }
      }
    }
    r.output = d.output < 0 ? d.output : n - 1 - d.output;
    r.outputConstant = d.outputConstant;
    return r;
  }

  /** Whether no live node needs itself. */
  static boolean acyclic(Draft d) {
    return d.output < 0 || acyclic(d, d.output, new int[d.size()]);
  }

  private static boolean acyclic(Draft d, int node, int[] state) {
    if (state[node] != 0) {
      return state[node] == 2;
    }
    state[node] = 1;
    for (int i = 0; i < d.op(node).arity(); i++) {
      if (d.operand(node, i) >= 0 && !acyclic(d, d.operand(node, i), state)) {
        return false;
      }
    }
    state[node] = 2;
    return true;
  }

  static int operations(Draft d) {
    return Long.bitCount(d.live());
  }

  /** A number and a bound of its error: what rounding, or constants rounded anew, may change. */
  record Value(double value, double error) {}

  /** The value at x; empty near a pole or where too little is certain. */
  static Optional<Value> value(Draft d, double x) {
    Value v = source(d, d.output, d.outputConstant, x);
    return v.error < 1e-4 * (1 + Math.abs(v.value)) ? Optional.of(v) : Optional.empty();
  }

  private static Value source(Draft d, int source, double constant, double x) {
    return switch (source) {
      case Draft.INPUT -> new Value(x, 0);
      case Draft.CONSTANT -> new Value(constant, 100 * UNIT * Math.abs(constant));
      default -> node(d, source, x);
    };
  }

  private static Value node(Draft d, int node, double x) {
    Value a = source(d, d.operand(node, 0), d.constant(node, 0), x);
    if (d.op(node) == Op.NEG) {
      return new Value(-a.value, a.error);
    }
    Value b = source(d, d.operand(node, 1), d.constant(node, 1), x);
    double v =
        switch (d.op(node)) {
          case ADD -> a.value + b.value;
          case SUB -> a.value - b.value;
          case MUL -> a.value * b.value;
          case DIV -> a.value / b.value;
          default -> throw new IllegalArgumentException("not for tests: " + d.op(node));
        };
    double e =
        switch (d.op(node)) {
          case ADD, SUB -> a.error + b.error;
          case MUL -> Math.abs(a.value) * b.error + Math.abs(b.value) * a.error;
          default ->
              Math.abs(b.value) > 1e3 * b.error
                  ? 1.01 * (a.error + Math.abs(v) * b.error) / Math.abs(b.value)
                  : Double.POSITIVE_INFINITY;
        };
    double error = e + UNIT * Math.abs(v);
    return new Value(v, error == error ? error : Double.POSITIVE_INFINITY);
  }
}
