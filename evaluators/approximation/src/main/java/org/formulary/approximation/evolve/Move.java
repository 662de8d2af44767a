package org.formulary.approximation.evolve;

import java.util.List;
import java.util.random.RandomGenerator;
import org.formulary.expressions.Op;

/** The alterations of a draft. None knows the target; constants they bring are drawn at random. */
enum Move {
  /** A new operation on a random edge. */
  INSERT {
    @Override
    boolean apply(Draft d, List<Op> ops, RandomGenerator random) {
      Edge edge = Edge.random(d, random);
      Op op = ops.get(random.nextInt(ops.size()));
      int node = d.add(op);
      int slot = random.nextInt(op.arity());
      for (int i = 0; i < op.arity(); i++) {
        if (i == slot) {
          edge.copySource(d, node, i);
        } else {
          edge.randomSource(d, node, i, edge.source(d), random);
        }
      }
      edge.set(d, node);
      return true;
    }
  },
  /** An operation gives way to one of its operands. */
  REMOVE {
    @Override
    boolean apply(Draft d, List<Op> ops, RandomGenerator random) {
      int node = Edge.randomNode(d, random);
      if (node < 0) {
        return false;
      }
      int i = random.nextInt(d.op(node).arity());
      if (d.isConstant(node, i)) {
        i = (i + 1) % d.op(node).arity();
      }
      d.replaceUses(node, d.operand(node, i), d.constant(node, i));
      return true;
    }
  },
  /** A random edge reads another value. */
  REWIRE {
    @Override
    boolean apply(Draft d, List<Op> ops, RandomGenerator random) {
      int node = Edge.randomNode(d, random);
      if (node < 0) {
        return false;
      }
      int i = random.nextInt(d.op(node).arity());
      int before = d.operand(node, i);
      new Edge(node, i).randomSource(d, node, i, before, random);
      return d.operand(node, i) != before;
    }
  },
  /** An operation becomes another one of the same arity, or changes the order of its operands. */
  REPLACE {
    @Override
    boolean apply(Draft d, List<Op> ops, RandomGenerator random) {
      int node = Edge.randomNode(d, random);
      if (node < 0) {
        return false;
      }
      Op before = d.op(node);
      Op next = ops.get(random.nextInt(ops.size()));
      if (next.arity() != before.arity()) {
        return false;
      }
      d.setOp(node, next);
      boolean swap = next.arity() == 2 && !next.commutative() && random.nextBoolean();
      if (swap) {
        Edge.swapOperands(d, node);
      }
      return swap || next != before;
    }
  },
  /** New values for constants: all by a few per cent, or one drawn anew. */
  PERTURB {
    @Override
    boolean apply(Draft d, List<Op> ops, RandomGenerator random) {
      boolean all = random.nextBoolean();
      int node = Edge.randomNode(d, random);
      for (int v = 0; v < d.size(); v++) {
        for (int i = 0; i < d.op(v).arity(); i++) {
          if (!d.isConstant(v, i)) {
            continue;
          }
          if (all) {
            d.setConstant(v, i, d.constant(v, i) * (1 + 0.1 * Edge.bell(random)));
          } else if (v == node) {
            d.setConstant(v, i, Edge.randomConstant(random));
          }
        }
      }
      return true;
    }
  },
  /**
   * Neutral growth: a value v becomes v + c·w, v + c/w, v·(1 + c·w) or v·(1 + c/w) with small c, so
   * that the offspring starts at its parent's error and the fit only has to descend.
   */
  GROW {
    @Override
    boolean apply(Draft d, List<Op> ops, RandomGenerator random) {
      if (!ops.contains(Op.ADD) || !ops.contains(Op.MUL)) {
        return false;
      }
      Edge edge = Edge.random(d, random);
      double small = Math.scalb(Edge.bell(random), -random.nextInt(4, 20));
      boolean divide = ops.contains(Op.DIV) && random.nextBoolean();
      int term = d.add(divide ? Op.DIV : Op.MUL);
      int at = divide ? 1 : 0;
      if (random.nextInt(3) == 0) {
        edge.copySource(d, term, at);
      } else {
        edge.randomValue(d, term, at, random);
      }
      d.setConstant(term, 1 - at, small);
      int result = d.add(Op.ADD);
      if (random.nextInt(3) > 0) {
        edge.copySource(d, result, 0);
        d.set(result, 1, term);
        edge.set(d, result);
      } else {
        d.set(result, 0, term);
        d.setConstant(result, 1, 1);
        int product = d.add(Op.MUL);
        edge.copySource(d, product, 0);
        d.set(product, 1, result);
        edge.set(d, product);
      }
      return true;
    }
  };

  /** Alters the draft; returns whether it did (a move may find nothing to do). */
  abstract boolean apply(Draft d, List<Op> ops, RandomGenerator random);
}
