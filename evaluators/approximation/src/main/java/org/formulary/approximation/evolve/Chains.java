package org.formulary.approximation.evolve;

import static org.formulary.approximation.evolve.Draft.CONSTANT;

import org.formulary.expressions.Op;

/**
 * Takes the terms of a sum, or the factors of a product, as a whole, however they are grouped:
 * merges constants and like terms, cancels, lets free scales take a minus sign, and moves the one
 * constant to the end. A chain goes through nodes that are read once.
 *
 * <p>Like {@link Reducer}'s rules: keeps the function over the reals or widens the family, never
 * adds an operation, and changes nothing where it was before. A workspace.
 */
final class Chains {
  private static final int MAX = 2 * Draft.MAX_NODES;

  /** Added to a node where the term is a constant over it. */
  private static final int OVER = 1000;

  private Draft d;
  private Draft.Uses uses;

  /** Nodes within a chain that goes on, as bits. */
  private long parts;

  // Terms: what they are multiples of, by what, and the node that holds a free multiple, or -1.
  private final int[] base = new int[MAX];
  private final double[] multiple = new double[MAX];
  private final int[] holder = new int[MAX];
  private int terms;

  private final int[] spare = new int[MAX];
  private int spares;

  private double constant;
  private int constants;

  // Terms of a sum that have no scale of their own: how many, and the place of the last.
  private int unscaled;
  private int unscaledAt;

  // How many divisions a product takes, and how many operations of a chain are still to be built.
  private int divisions;
  private int left;
  private boolean changed;

  void load(Draft draft, Draft.Uses uses) {
    this.d = draft;
    this.uses = uses;
    parts = 0;
    for (long left = uses.live(); left != 0; left &= left - 1) {
      int v = Long.numberOfTrailingZeros(left);
      Op op = d.op(v);
      if (op == Op.ADD || op == Op.SUB) {
        parts |= part(v, 0, Op.ADD, Op.SUB) | part(v, 1, Op.ADD, Op.SUB);
      } else if (op == Op.MUL || op == Op.DIV) {
        parts |= part(v, 0, Op.MUL, Op.DIV) | part(v, 1, Op.MUL, Op.DIV);
      }
    }
  }

  private long part(int v, int i, Op plus, Op minus) {
    int source = d.operand(v, i);
    return isPart(source, plus, minus) ? 1L << source : 0;
  }

  /** Whether a chain ends at this node and was changed. */
  boolean merge(int v) {
    if ((parts >>> v & 1) != 0) {
      return false;
    }
    return switch (d.op(v)) {
      case ADD, SUB -> !plainSum(v) && sum(v);
      case MUL, DIV -> !plainProduct(v) && product(v);
      case NEG, SQRT, FMA -> false;
    };
  }

  /** Two different terms without scales, or one and a constant at the end: nothing to do. */
  private boolean plainSum(int v) {
    int a = d.operand(v, 0);
    int b = d.operand(v, 1);
    if (a == b || a == CONSTANT || isPart(a, Op.ADD, Op.SUB)) {
      return false;
    }
    boolean scaled = isPart(a, Op.MUL, Op.DIV);
    return b == CONSTANT
        ? d.op(v) == Op.ADD
        : !scaled && !isPart(b, Op.ADD, Op.SUB) && !isPart(b, Op.MUL, Op.DIV);
  }

  /** Two factors that are no chains, or one and a constant at its place: nothing to do. */
  private boolean plainProduct(int v) {
    int a = d.operand(v, 0);
    int b = d.operand(v, 1);
    boolean times = d.op(v) == Op.MUL;
    return (a != b || times && a != CONSTANT)
        && (a == CONSTANT ? !times : !isChain(a))
        && (b == CONSTANT ? times : !isChain(b));
  }

  private boolean isChain(int node) {
    return isPart(node, Op.ADD, Op.SUB) || isPart(node, Op.MUL, Op.DIV);
  }

  private void clear(double neutral) {
    terms = 0;
    spares = 0;
    constants = 0;
    divisions = 0;
    constant = neutral;
    changed = false;
  }

  private boolean isPart(int node, Op plus, Op minus) {
    return node >= 0 && uses.once(node) && (d.op(node) == plus || d.op(node) == minus);
  }

  // --- sums
  // ---------------------------------------------------------------------------------------

  private boolean sum(int v) {
    clear(0);
    gatherSum(v, 1);
    boolean positive = false;
    int kept = 0;
    for (int t = 0; t < terms; t++) {
      if (holder[t] < 0 && multiple[t] == 0) {
        changed = true;
        continue;
      }
      base[kept] = base[t];
      multiple[kept] = multiple[t];
      holder[kept] = holder[t];
      positive |= holder[kept] >= 0 || multiple[kept] != -1;
      kept++;
    }
    terms = kept;
    boolean last = d.op(v) == Op.ADD && d.isConstant(v, 1);
    changed |= constants > 1 || constants == 1 && positive && !last;
    if (changed) {
      buildSum(v, positive);
    }
    return changed;
  }

  private void gatherSum(int node, double sign) {
    for (int i = 0; i < 2; i++) {
      double s = i == 1 && d.op(node) == Op.SUB ? -sign : sign;
      int source = d.operand(node, i);
      if (source == CONSTANT) {
        constant += s * d.constant(node, i);
        constants++;
      } else if (isPart(source, Op.ADD, Op.SUB)) {
        spare[spares++] = source;
        gatherSum(source, s);
      } else {
        addTerm(source, s);
      }
    }
  }

  private void addTerm(int source, double sign) {
    int b = source;
    double m = sign;
    int h = -1;
    if (source >= 0 && uses.once(source)) {
      if (d.op(source) == Op.MUL && d.isConstant(source, 1)) {
        b = d.operand(source, 0);
        m = sign * d.constant(source, 1);
        h = source;
      } else if (d.op(source) == Op.DIV && d.isConstant(source, 0)) {
        b = OVER + d.operand(source, 1);
        m = sign * d.constant(source, 0);
        h = source;
      }
      if (b == CONSTANT || b == OVER + CONSTANT) { // not folded yet
        b = source;
        m = sign;
        h = -1;
      }
      changed |= h >= 0 && sign < 0;
    }
    for (int t = 0; t < terms; t++) {
      if (base[t] == b) {
        multiple[t] += m;
        changed = true;
        if (holder[t] < 0) {
          holder[t] = h;
        } else if (h >= 0) {
          spare[spares++] = h;
        }
        return;
      }
    }
    base[terms] = b;
    multiple[terms] = m;
    holder[terms++] = h;
  }

  private void buildSum(int v, boolean positive) {
    if (terms == 0) {
      d.replaceUses(v, CONSTANT, constant);
      return;
    }
    boolean ends = positive && constants > 0;
    boolean begins = !positive;
    left = terms - 1 + (ends || begins ? 1 : 0);
    for (int t = 0; t < terms; t++) {
      if (holder[t] >= 0) {
        d.setConstant(holder[t], base[t] >= OVER - 1 ? 0 : 1, multiple[t]);
        base[t] = holder[t];
        multiple[t] = 1;
      } else if (Math.abs(multiple[t]) != 1) {
        int node = left == 0 ? v : spare[--spares];
        to(node, Op.MUL, base[t], CONSTANT, multiple[t]);
        base[t] = node;
        multiple[t] = 1;
      }
    }
    if (left == 0) {
      if (base[0] != v) {
        d.replaceUses(v, base[0], 0);
      }
      return;
    }
    int sum = CONSTANT;
    int first = -1;
    for (int t = 0; t < terms && !begins && first < 0; t++) {
      if (multiple[t] == 1) {
        first = t;
        sum = base[t];
      }
    }
    double start = constant;
    for (int pass = 0; pass < 2; pass++) {
      for (int t = 0; t < terms; t++) {
        if (t == first || multiple[t] == 1 != (pass == 0)) {
          continue;
        }
        int node = next(v);
        d.setOp(node, pass == 0 ? Op.ADD : Op.SUB);
        setOperand(node, 0, sum, start);
        d.set(node, 1, base[t]);
        sum = node;
      }
    }
    if (ends) {
      to(v, Op.ADD, sum, CONSTANT, constant);
    }
  }

  private void to(int node, Op op, int first, int second, double c) {
    d.setOp(node, op);
    d.set(node, 0, first);
    setOperand(node, 1, second, c);
  }

  private void setOperand(int node, int i, int source, double c) {
    if (source == CONSTANT) {
      d.setConstant(node, i, c);
    } else {
      d.set(node, i, source);
    }
  }

  // --- products
  // -----------------------------------------------------------------------------------

  private boolean product(int v) {
    clear(1);
    gatherProduct(v, 1);
    boolean numerator = false;
    int kept = 0;
    for (int t = 0; t < terms; t++) {
      if (multiple[t] != 0) {
        base[kept] = base[t];
        multiple[kept++] = multiple[t];
        numerator |= multiple[t] > 0;
      }
    }
    terms = kept;
    if (terms == 1 && numerator && constants > 0 && pushScale(v)) {
      return true;
    }
    for (int t = 0; t < terms; t++) {
      if ((terms > 1 || multiple[t] < 0) && base[t] >= 0 && uses.once(base[t])) {
        pullScale(base[t], multiple[t] > 0);
      }
    }
    for (int t = 0; t < terms && constants > 0 && terms > 1; t++) {
      absorbScale(base[t], multiple[t] > 0);
    }
    if (divide(v)) {
      return true;
    }
    boolean last = d.op(v) == Op.MUL && d.isConstant(v, 1);
    changed |= divisions > 1 || constants > 1 || constants == 1 && numerator && !last;
    if (changed) {
      buildProduct(v, numerator);
    }
    return changed;
  }

  private void gatherProduct(int node, int exponent) {
    divisions += d.op(node) == Op.DIV ? 1 : 0;
    for (int i = 0; i < 2; i++) {
      int e = i == 1 && d.op(node) == Op.DIV ? -exponent : exponent;
      int source = d.operand(node, i);
      if (source == CONSTANT) {
        double c = d.constant(node, i);
        constant *= e > 0 ? c : c != 0 ? 1 / c : 1;
        constants++;
      } else if (isPart(source, Op.MUL, Op.DIV)) {
        spare[spares++] = source;
        gatherProduct(source, e);
      } else {
        addFactor(source, e);
      }
    }
  }

  /** Factors that are squared stay two. */
  private void addFactor(int source, int exponent) {
    for (int t = 0; t < terms; t++) {
      if (base[t] == source && multiple[t] == -exponent) {
        multiple[t] = 0;
        changed = true;
        return;
      }
    }
    base[terms] = source;
    multiple[terms++] = exponent;
  }

  private void buildProduct(int v, boolean numerator) {
    if (terms == 0) {
      d.replaceUses(v, CONSTANT, constant);
      return;
    }
    boolean ends = numerator && constants > 0;
    left = terms - 1 + (ends || !numerator ? 1 : 0);
    if (left == 0) {
      d.replaceUses(v, base[0], 0);
      return;
    }
    int above = multiply(v, 1);
    int below = multiply(v, -1);
    if (below != CONSTANT) {
      int node = next(v);
      d.setOp(node, Op.DIV);
      setOperand(node, 0, above, constant);
      d.set(node, 1, below);
      above = node;
    }
    if (ends) {
      to(v, Op.MUL, above, CONSTANT, constant);
    }
  }

  /** The product of the factors with this exponent; {@link Draft#CONSTANT} where there is none. */
  private int multiply(int v, double exponent) {
    int product = CONSTANT;
    for (int t = 0; t < terms; t++) {
      if (multiple[t] == exponent && product == CONSTANT) {
        product = base[t];
      } else if (multiple[t] == exponent) {
        int node = next(v);
        d.setOp(node, Op.MUL);
        d.set(node, 0, product);
        d.set(node, 1, base[t]);
        product = node;
      }
    }
    return product;
  }

  /** A node for one of the operations that are left; the last is v. */
  private int next(int v) {
    return --left == 0 ? v : spare[--spares];
  }

  /**
   * Takes the scale out of a factor a·s + b, and the sign out of b − a where a constant takes it.
   */
  private void pullScale(int factor, boolean numerator) {
    int m = d.operand(factor, 0);
    if (d.op(factor) == Op.ADD && d.isConstant(factor, 1) && m >= 0) {
      double scale = d.constant(m, 1);
      if (uses.once(m) && isScaled(m) && scale != 0) {
        d.copyOperand(factor, 0, m, 0);
        d.setConstant(factor, 1, d.constant(factor, 1) / scale);
        spare[spares++] = m;
        pulled(numerator ? scale : 1 / scale);
      }
    } else if (d.op(factor) == Op.SUB && d.isConstant(factor, 0) && constants > 0) {
      double b = d.constant(factor, 0);
      d.setOp(factor, Op.ADD);
      d.copyOperand(factor, 0, factor, 1);
      d.setConstant(factor, 1, -b);
      pulled(-1);
    } else if (d.op(factor) == Op.SUB && constants > 0 && !takesScale(d.operand(factor, 1))) {
      findUnscaled(factor);
      if (unscaled == 1 && unscaledAt == Draft.SLOTS * factor + 1) {
        scale(factor, -1); // c/x − x = −((−c)/x + x)
        d.setOp(factor, Op.ADD);
        pulled(-1);
      }
    }
  }

  /** A factor all of whose terms have scales takes the constant of the product. */
  private void absorbScale(int factor, boolean numerator) {
    if (!isPart(factor, Op.ADD, Op.SUB) || constant == 0) {
      return;
    }
    findUnscaled(factor);
    if (unscaled == 0) {
      scale(factor, numerator ? constant : 1 / constant);
      constant = 1;
      constants = 0;
      changed = true;
    }
  }

  /** Factors w + c and 1/w become c/w + 1: so each of both constants is free. */
  private boolean divide(int v) {
    for (int t = 0; t < terms; t++) {
      int f = base[t];
      boolean affine =
          multiple[t] > 0 && isPart(f, Op.ADD, Op.SUB) && d.op(f) == Op.ADD && d.isConstant(f, 1);
      for (int u = 0; u < terms && affine; u++) {
        if (multiple[u] < 0 && base[u] == d.operand(f, 0)) {
          if (spares == 0) { // v alone is left over
            d.replaceUses(v, f, 0);
            invert(v, f, base[u]);
            return true;
          }
          invert(spare[--spares], f, base[u]);
          terms--;
          base[u] = base[terms];
          multiple[u] = multiple[terms];
          changed = true;
          return false;
        }
      }
    }
    return false;
  }

  private void invert(int node, int f, int w) {
    d.setOp(node, Op.DIV);
    d.setConstant(node, 0, d.constant(f, 1));
    d.set(node, 1, w);
    d.set(f, 0, node);
    d.setConstant(f, 1, 1);
  }

  private void pulled(double scale) {
    constant *= scale;
    constants++;
    changed = true;
  }

  private boolean isScaled(int node) {
    return d.op(node) == Op.MUL && d.isConstant(node, 1) && !d.isConstant(node, 0);
  }

  /** (a·s ± b ± c)·k = a·(s·k) ± b·k ± c·k where at most one term has no scale to take it. */
  private boolean pushScale(int v) {
    int sum = base[0];
    if (!isPart(sum, Op.ADD, Op.SUB)) {
      return false;
    }
    findUnscaled(sum);
    if (unscaled > 1) {
      return false;
    }
    int node = unscaledAt / Draft.SLOTS;
    int slot = unscaledAt % Draft.SLOTS;
    scale(sum, constant);
    d.replaceUses(v, sum, 0);
    if (unscaled == 1) {
      to(v, Op.MUL, d.operand(node, slot), CONSTANT, constant);
      d.set(node, slot, v);
    }
    return true;
  }

  private void findUnscaled(int sum) {
    unscaled = 0;
    addUnscaled(sum);
  }

  private void addUnscaled(int node) {
    for (int i = 0; i < 2; i++) {
      int source = d.operand(node, i);
      if (isPart(source, Op.ADD, Op.SUB)) {
        addUnscaled(source);
      } else if (source != CONSTANT && !takesScale(source)) {
        unscaled++;
        unscaledAt = Draft.SLOTS * node + i;
      }
    }
  }

  private boolean takesScale(int node) {
    return node >= 0
        && uses.once(node)
        && (isScaled(node) || d.op(node) == Op.DIV && d.isConstant(node, 0));
  }

  private void scale(int node, double k) {
    for (int i = 0; i < 2; i++) {
      int source = d.operand(node, i);
      if (source == CONSTANT) {
        d.setConstant(node, i, d.constant(node, i) * k);
      } else if (isPart(source, Op.ADD, Op.SUB)) {
        scale(source, k);
      } else if (takesScale(source)) {
        int at = d.op(source) == Op.MUL ? 1 : 0;
        d.setConstant(source, at, d.constant(source, at) * k);
      }
    }
  }
}
