package org.formulary.approximation.evolve;

import static org.formulary.approximation.evolve.Draft.CONSTANT;
import static org.formulary.approximation.evolve.Draft.INPUT;

import java.util.random.RandomGenerator;

/**
 * A place that reads a value: operand {@code slot} of a node, or the output where {@code node} is
 * −1.
 */
record Edge(int node, int slot) {
  /** A uniformly random edge of the live program, the output included. */
  static Edge random(Draft d, RandomGenerator random) {
    long live = d.live();
    int edges = 1;
    for (long left = live; left != 0; left &= left - 1) {
      edges += d.op(Long.numberOfTrailingZeros(left)).arity();
    }
    int pick = random.nextInt(edges) - 1;
    for (long left = live; left != 0 && pick >= 0; left &= left - 1) {
      int v = Long.numberOfTrailingZeros(left);
      if (pick < d.op(v).arity()) {
        return new Edge(v, pick);
      }
      pick -= d.op(v).arity();
    }
    return new Edge(-1, 0);
  }

  /** A uniformly random live node, or −1 where there is none. */
  static int randomNode(Draft d, RandomGenerator random) {
    long live = d.live();
    return live == 0 ? -1 : pick(live, random.nextInt(Long.bitCount(live)));
  }

  /** The number of the {@code n}th set bit, from 0. */
  private static int pick(long bits, int n) {
    for (int i = 0; i < n; i++) {
      bits &= bits - 1;
    }
    return Long.numberOfTrailingZeros(bits);
  }

  int source(Draft d) {
    return node < 0 ? d.output : d.operand(node, slot);
  }

  void copySource(Draft d, int to, int i) {
    if (node >= 0) {
      d.copyOperand(to, i, node, slot);
    } else if (d.output == CONSTANT) {
      d.setConstant(to, i, d.outputConstant);
    } else {
      d.set(to, i, d.output);
    }
  }

  void set(Draft d, int source) {
    if (node < 0) {
      d.output = source;
    } else {
      d.set(node, slot, source);
    }
  }

  /** The live nodes that this edge may read without making a cycle, as bits. */
  long allowedSources(Draft d) {
    return node < 0 ? d.live() : d.live() & ~d.dependents(node);
  }

  /** Lets an operand read a constant, the input, the given source, or a node this edge may read. */
  void randomSource(Draft d, int node, int slot, int source, RandomGenerator random) {
    double u = random.nextDouble();
    if (u < 0.45) {
      d.setConstant(node, slot, randomConstant(random));
    } else if (u < 0.6 && source != CONSTANT) {
      d.set(node, slot, source);
    } else {
      randomValue(d, node, slot, random);
    }
  }

  /** Lets an operand read the input or a node this edge may read. */
  void randomValue(Draft d, int node, int slot, RandomGenerator random) {
    long allowed = allowedSources(d);
    // The input counts as two nodes: it is the value most worth reading again.
    int pick = random.nextInt(Long.bitCount(allowed) + 2) - 2;
    d.set(node, slot, pick < 0 ? INPUT : pick(allowed, pick));
  }

  static void swapOperands(Draft d, int node) {
    int b = d.operand(node, 1);
    double c = d.constant(node, 1);
    d.copyOperand(node, 1, node, 0);
    if (b == CONSTANT) {
      d.setConstant(node, 0, c);
    } else {
      d.set(node, 0, b);
    }
  }

  /** ±10^U with U uniform on (−1.5, 1.5). */
  static double randomConstant(RandomGenerator random) {
    double magnitude = StrictMath.pow(10, random.nextDouble(-1.5, 1.5));
    return random.nextBoolean() ? magnitude : -magnitude;
  }

  /**
   * About normal with deviation 1: a sum of uniform numbers, because the library's normal numbers
   * may use intrinsics that differ between machines.
   */
  static double bell(RandomGenerator random) {
    double sum = -2;
    for (int i = 0; i < 4; i++) {
      sum += random.nextDouble();
    }
    return sum * 1.7320508;
  }
}
