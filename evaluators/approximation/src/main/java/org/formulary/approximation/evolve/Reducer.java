package org.formulary.approximation.evolve;

import static org.formulary.approximation.evolve.Draft.CONSTANT;

import org.formulary.expressions.Op;

/**
 * Rewrites a draft so that no constant is wasted: merges neighbouring constants, removes operations
 * that cancel, and gives families of programs that differ only by a change of constants one form.
 *
 * <p>Rules look at a node and its operands; {@link Chains} takes longer sums and products as a
 * whole. Each rule keeps the function over the reals (where no divisor is 0) or widens the family,
 * and never adds an operation. The rules are directed: scales move outward through products and
 * inward through sums with a constant, so they end. Real-only: the constants are fitted anew
 * afterwards. A workspace.
 */
final class Reducer {
  private static final int ROUNDS = 50;

  private final Chains chains = new Chains();
  private Draft d;
  private Draft.Uses uses;

  /** Reduces until no rule applies; returns the live nodes, as bits. */
  long reduce(Draft draft) {
    d = draft;
    uses = d.uses();
    for (int round = 0; round < ROUNDS; round++) {
      while (rewriteAll() && round < ROUNDS) {
        round++;
      }
      if (!mergeAll()) {
        break;
      }
    }
    return uses.live();
  }

  private boolean rewriteAll() {
    boolean changed = false;
    for (int v = 0; v < d.size(); v++) {
      if ((uses.live() >>> v & 1) != 0 && rewrite(v)) {
        uses = d.uses();
        changed = true;
      }
    }
    return changed;
  }

  private boolean mergeAll() {
    boolean changed = false;
    chains.load(d, uses);
    for (int v = 0; v < d.size(); v++) {
      if ((uses.live() >>> v & 1) != 0 && chains.merge(v)) {
        uses = d.uses();
        chains.load(d, uses);
        changed = true;
      }
    }
    return changed;
  }

  private boolean rewrite(int v) {
    return (d.isConstant(v, 0) ? fold(v) : share(v))
        || switch (d.op(v)) {
          case ADD -> sum(v);
          case SUB -> difference(v);
          case MUL -> product(v);
          case DIV -> quotient(v);
          case NEG, SQRT, FMA -> false;
        };
  }

  /** An earlier node that computes the same serves both. */
  private boolean share(int v) {
    for (int i = 0; i < d.op(v).arity(); i++) {
      if (d.isConstant(v, i)) {
        return false; // each constant is free
      }
    }
    for (long left = uses.live() & (1L << v) - 1; left != 0; left &= left - 1) {
      int u = Long.numberOfTrailingZeros(left);
      if (d.op(u) == d.op(v) && sameOperands(u, v)) {
        d.replaceUses(v, u, 0);
        return true;
      }
    }
    return false;
  }

  private boolean sameOperands(int u, int v) {
    int arity = d.op(u).arity();
    int a = d.operand(u, 0);
    int b = arity > 1 ? d.operand(u, 1) : 0;
    int va = d.operand(v, 0);
    int vb = arity > 1 ? d.operand(v, 1) : 0;
    boolean same = a == va && b == vb || d.op(u).commutative() && a == vb && b == va;
    return same && (arity < 3 || d.operand(u, 2) == d.operand(v, 2));
  }

  /** All operands constant: the node is a constant. */
  private boolean fold(int v) {
    for (int i = 1; i < d.op(v).arity(); i++) {
      if (!d.isConstant(v, i)) {
        return false;
      }
    }
    double a = d.constant(v, 0);
    double b = d.constant(v, 1);
    double value =
        switch (d.op(v)) {
          case ADD -> a + b;
          case SUB -> a - b;
          case MUL -> a * b;
          case DIV -> a / b;
          case NEG -> -a;
          case SQRT -> Math.sqrt(a);
          case FMA -> Math.fma(a, b, d.constant(v, 2));
        };
    d.replaceUses(v, CONSTANT, Double.isFinite(value) ? value : 1);
    return true;
  }

  private boolean sum(int v) {
    if (d.isConstant(v, 0)) {
      swap(v);
      return true;
    }
    int u = d.operand(v, 0);
    if (d.isConstant(v, 1)) {
      return u >= 0 && sumWithConstant(v, u, d.constant(v, 1));
    }
    int w = d.operand(v, 1);
    if (u == w) { // u + u = 2·u, and any scale is free
      to(v, Op.MUL, u, 2.0);
      return true;
    }
    return distribute(v, u, w, 1)
        || distribute(v, w, u, 1)
        || cancelSum(v, u, w)
        || cancelSum(v, w, u);
  }

  private boolean sumWithConstant(int v, int u, double c) {
    if (d.op(u) == Op.ADD && d.isConstant(u, 1)) { // (a + b) + c
      d.copyOperand(v, 0, u, 0);
      d.setConstant(v, 1, d.constant(u, 1) + c);
      return true;
    }
    if (d.op(u) == Op.SUB && d.isConstant(u, 0)) { // (b − a) + c
      d.setOp(v, Op.SUB);
      d.copyOperand(v, 1, u, 1);
      d.setConstant(v, 0, d.constant(u, 0) + c);
      return true;
    }
    return false;
  }

  /** (y − x) + x = y. */
  private boolean cancelSum(int v, int u, int w) {
    if (u >= 0 && d.op(u) == Op.SUB && !d.isConstant(u, 1) && d.operand(u, 1) == w) {
      d.replaceUses(v, d.operand(u, 0), d.constant(u, 0));
      return true;
    }
    return false;
  }

  /** u·c + u = u·(c + 1), and u·c − u likewise. */
  private boolean distribute(int v, int u, int w, double sign) {
    if (u >= 0 && d.op(u) == Op.MUL && d.isConstant(u, 1) && d.operand(u, 0) == w) {
      to(v, Op.MUL, w, d.constant(u, 1) + sign);
      return true;
    }
    return false;
  }

  private boolean difference(int v) {
    if (d.isConstant(v, 1)) { // u − c
      d.setOp(v, Op.ADD);
      d.setConstant(v, 1, -d.constant(v, 1));
      return true;
    }
    int w = d.operand(v, 1);
    if (d.isConstant(v, 0)) {
      return w >= 0 && constantMinus(v, w, d.constant(v, 0));
    }
    int u = d.operand(v, 0);
    if (u == w) {
      d.replaceUses(v, CONSTANT, 0);
      return true;
    }
    if (distribute(v, u, w, -1)) {
      return true;
    }
    if (u >= 0 && d.op(u) == Op.ADD) { // (a + b) − b
      for (int i = 0; i < 2; i++) {
        if (d.operand(u, i) == w) {
          d.replaceUses(v, d.operand(u, 1 - i), d.constant(u, 1 - i));
          return true;
        }
      }
    }
    return w >= 0 && minusScaled(v, w);
  }

  private boolean constantMinus(int v, int w, double c) {
    if (d.op(w) == Op.ADD && d.isConstant(w, 1)) { // c − (a + b)
      d.copyOperand(v, 1, w, 0);
      d.setConstant(v, 0, c - d.constant(w, 1));
      return true;
    }
    if (d.op(w) == Op.SUB && d.isConstant(w, 0)) { // c − (b − a)
      toOperand(v, Op.ADD, w, 1, c - d.constant(w, 0));
      return true;
    }
    if (single(w) && negatable(w)) { // c − a·b = a·(−b) + c
      negateScale(w);
      to(v, Op.ADD, w, c);
      return true;
    }
    return false;
  }

  /** u − w·c = u + w·(−c), u − c/w = u + (−c)/w, u − (c − w) = (u + w) − c is left alone. */
  private boolean minusScaled(int v, int w) {
    if (single(w) && negatable(w)) {
      negateScale(w);
      d.setOp(v, Op.ADD);
      return true;
    }
    return false;
  }

  private boolean negatable(int w) {
    return d.op(w) == Op.MUL && d.isConstant(w, 1) || d.op(w) == Op.DIV && d.isConstant(w, 0);
  }

  private void negateScale(int w) {
    int i = d.op(w) == Op.MUL ? 1 : 0;
    d.setConstant(w, i, -d.constant(w, i));
  }

  private boolean product(int v) {
    if (d.isConstant(v, 0)) {
      swap(v);
      return true;
    }
    int u = d.operand(v, 0);
    if (d.isConstant(v, 1)) {
      return u >= 0 && scaled(v, u, d.constant(v, 1));
    }
    int w = d.operand(v, 1);
    return productOf(v, u, w) || productOf(v, w, u);
  }

  /** u·c. */
  private boolean scaled(int v, int u, double c) {
    if (d.op(u) == Op.MUL && d.isConstant(u, 1)) { // (a·b)·c
      toOperand(v, Op.MUL, u, 0, d.constant(u, 1) * c);
      return true;
    }
    if (d.op(u) == Op.DIV && d.isConstant(u, 0)) { // (b/a)·c
      d.setOp(v, Op.DIV);
      d.setConstant(v, 0, d.constant(u, 0) * c);
      d.copyOperand(v, 1, u, 1);
      return true;
    }
    boolean constantSum =
        d.op(u) == Op.ADD && d.isConstant(u, 1) || d.op(u) == Op.SUB && d.isConstant(u, 0);
    if (constantSum && single(u)) { // (a + b)·c = a·c + b·c, (b − a)·c = a·(−c) + b·c
      int varying = d.op(u) == Op.ADD ? 0 : 1;
      double free = d.constant(u, 1 - varying);
      toOperand(u, Op.MUL, u, varying, varying == 0 ? c : -c);
      to(v, Op.ADD, u, free * c);
      return true;
    }
    return false;
  }

  /** u·w with a scale inside u, or a quotient that cancels. */
  private boolean productOf(int v, int u, int w) {
    if (u < 0) {
      return false;
    }
    if (d.op(u) == Op.DIV && d.operand(u, 1) == w) { // (a/w)·w
      d.replaceUses(v, d.operand(u, 0), d.constant(u, 0));
      return true;
    }
    if (d.op(u) == Op.DIV && d.isConstant(u, 0) && single(u)) { // (c/a)·w = (w/a)·c
      double c = d.constant(u, 0);
      d.set(u, 0, w);
      to(v, Op.MUL, u, c);
      return true;
    }
    if (d.op(u) == Op.MUL && d.isConstant(u, 1) && single(u) && u != w) { // (a·c)·w = (a·w)·c
      double c = d.constant(u, 1);
      d.set(u, 1, w);
      to(v, Op.MUL, u, c);
      return true;
    }
    if (d.op(u) == Op.MUL && d.isConstant(u, 1) && u == w && uses.exactlyTwice(u)) { // (a·c)²
      double c = d.constant(u, 1);
      d.copyOperand(u, 1, u, 0);
      to(v, Op.MUL, u, c * c);
      return true;
    }
    return false;
  }

  private boolean quotient(int v) {
    if (d.isConstant(v, 1)) { // u / c
      double c = d.constant(v, 1);
      toOperand(v, Op.MUL, v, 0, c != 0 ? 1 / c : 1);
      return true;
    }
    int w = d.operand(v, 1);
    if (d.isConstant(v, 0)) {
      return w >= 0 && constantOver(v, w, d.constant(v, 0));
    }
    int u = d.operand(v, 0);
    if (u == w) {
      d.replaceUses(v, CONSTANT, 1);
      return true;
    }
    return u >= 0 && quotientOfScaled(v, u, w) || w >= 0 && quotientByScaled(v, u, w);
  }

  private boolean constantOver(int v, int w, double c) {
    if (d.op(w) == Op.MUL && d.isConstant(w, 1) && d.constant(w, 1) != 0) { // c / (a·b)
      d.setConstant(v, 0, c / d.constant(w, 1));
      d.copyOperand(v, 1, w, 0);
      return true;
    }
    if (d.op(w) == Op.DIV) {
      if (d.isConstant(w, 0)) { // c / (b/a)
        double b = d.constant(w, 0);
        toOperand(v, Op.MUL, w, 1, b != 0 ? c / b : c);
        return true;
      }
      if (single(w)) { // c / (a/b) = (b/a)·c
        Edge.swapOperands(d, w);
        to(v, Op.MUL, w, c);
        return true;
      }
    }
    return single(w) && constantOverAffine(v, w, c);
  }

  /** c / (a·s + b) = (c/s) / (a + b/s), one operation less. */
  private boolean constantOverAffine(int v, int w, double c) {
    if (d.op(w) != Op.ADD || !d.isConstant(w, 1)) {
      return false;
    }
    int m = d.operand(w, 0);
    if (m < 0 || d.op(m) != Op.MUL || !d.isConstant(m, 1) || d.constant(m, 1) == 0) {
      return false;
    }
    double s = d.constant(m, 1);
    toOperand(w, Op.ADD, m, 0, d.constant(w, 1) / s);
    d.setConstant(v, 0, c / s);
    return true;
  }

  private boolean quotientOfScaled(int v, int u, int w) {
    if (d.op(u) == Op.MUL && d.isConstant(u, 1) && single(u)) { // (a·c)/w = (a/w)·c
      double c = d.constant(u, 1);
      d.setOp(u, Op.DIV);
      d.set(u, 1, w);
      to(v, Op.MUL, u, c);
      return true;
    }
    if (d.op(u) == Op.MUL) { // (a·w)/w
      for (int i = 0; i < 2; i++) {
        if (d.operand(u, i) == w) {
          d.replaceUses(v, d.operand(u, 1 - i), d.constant(u, 1 - i));
          return true;
        }
      }
    }
    return false;
  }

  private boolean quotientByScaled(int v, int u, int w) {
    if (d.op(w) == Op.MUL && d.isConstant(w, 1) && single(w) && d.constant(w, 1) != 0) {
      double c = d.constant(w, 1); // u/(a·c) = (u/a)·(1/c)
      d.setOp(w, Op.DIV);
      d.copyOperand(w, 1, w, 0);
      d.set(w, 0, u);
      to(v, Op.MUL, w, 1 / c);
      return true;
    }
    if (d.op(w) == Op.DIV && d.isConstant(w, 0) && single(w) && d.constant(w, 0) != 0) {
      double c = d.constant(w, 0); // u/(c/a) = (u·a)·(1/c)
      d.setOp(w, Op.MUL);
      d.set(w, 0, u);
      to(v, Op.MUL, w, 1 / c);
      return true;
    }
    return false;
  }

  private boolean single(int node) {
    return uses.once(node);
  }

  private void to(int v, Op op, int source, double c) {
    d.setOp(v, op);
    d.set(v, 0, source);
    d.setConstant(v, 1, c);
  }

  /**
   * As {@link #to} with operand {@code i} of {@code from} for the source: it may be a constant not
   * folded yet, because nodes are visited in any order.
   */
  private void toOperand(int v, Op op, int from, int i, double c) {
    d.setOp(v, op);
    d.copyOperand(v, 0, from, i);
    d.setConstant(v, 1, c);
  }

  private void swap(int v) {
    int a = d.operand(v, 1);
    double c = d.constant(v, 0);
    d.set(v, 0, a);
    d.setConstant(v, 1, c);
  }
}
