package org.formulary.approximation.evolve;

import static org.formulary.approximation.evolve.Draft.CONSTANT;
import static org.formulary.approximation.evolve.Draft.INPUT;

import java.util.random.RandomGenerator;

/**
 * A place that reads a value: operand {@code slot} of a node, or the output where {@code node} is
 * −1.
 */
record Edge(int node, int slot) {
  private static final double[] SCALES = {
    0x1p-5, 0x1p-4, 0x1p-3, 0x1p-2, 0x1p-1, 0x1p0, 0x1p1, 0x1p2, 0x1p3, 0x1p4
  };

  /** A uniformly random edge of the live program, the output included. */
  static Edge random(Draft d, RandomGenerator random) {
    long live = d.live();
    int slots = Draft.SLOTS * Long.bitCount(live);
    while (true) {
      int pick = random.nextInt(slots + 1) - 1;
      if (pick < 0) {
        return new Edge(-1, 0);
      }
      int node = pick(live, pick / Draft.SLOTS);
      int slot = pick % Draft.SLOTS;
      if (slot < d.op(node).arity()) {
        return new Edge(node, slot);
      }
    }
  }

  /** A uniformly random live node, or −1 where there is none. */
  static int randomNode(Draft d, RandomGenerator random) {
    long live = d.live();
    return live == 0 ? -1 : pick(live, random.nextInt(Long.bitCount(live)));
  }

  /** The number of the {@code n}th set bit, from 0. */
  private static int pick(long bits, int n) {
    return Long.numberOfTrailingZeros(Long.expand(1L << n, bits));
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

  /** Whether this edge may read {@code source} without making a cycle. */
  private boolean mayRead(Draft d, int source) {
    return node < 0 || (d.needs(source) >>> node & 1) == 0;
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

  /** Lets an operand read the input or a live node this edge may read, each alike. */
  void randomValue(Draft d, int node, int slot, RandomGenerator random) {
    long live = d.live();
    // The input counts as two nodes: it is the value most worth reading again.
    int choices = Long.bitCount(live) + 2;
    int source;
    do {
      int pick = random.nextInt(choices) - 2;
      source = pick < 0 ? INPUT : pick(live, pick);
    } while (source != INPUT && !mayRead(d, source));
    d.set(node, slot, source);
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

  /** ±2^E·(1 + U), E uniform on −5 … 4, U uniform on [0, 1): about log-uniform on (0.03, 32). */
  static double randomConstant(RandomGenerator random) {
    int draw = random.nextInt(2 * SCALES.length);
    double magnitude = SCALES[draw >> 1] * (1 + random.nextDouble());
    return (draw & 1) == 0 ? magnitude : -magnitude;
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
